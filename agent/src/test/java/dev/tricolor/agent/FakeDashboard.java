package dev.tricolor.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The ingest contract in memory, with the failures that a test wants. */
final class FakeDashboard implements AutoCloseable {

    /** What to do with one append. */
    enum Fault {
        NONE,
        /** Answers 500. */
        ERROR,
        /** Appends, but hangs up without an answer. */
        LOST_ANSWER,
        /** Forgets all sessions first. */
        AMNESIA
    }

    final Map<String, ByteArrayOutputStream> sessions = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile List<Fault> faults = List.of();
    private int appends;
    /** Commands yet to be acknowledged, each with its id: the first goes with each answer to an append. */
    private final List<String> commands = new CopyOnWriteArrayList<>();

    private int given;

    private FakeDashboard(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        server.createContext("/api/sessions/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static FakeDashboard up() throws IOException {
        return new FakeDashboard(0);
    }

    static FakeDashboard up(int port) throws IOException {
        return new FakeDashboard(port);
    }

    /** The first append meets the first fault, and so on; those after the last meet none. */
    FakeDashboard with(Fault... f) {
        faults = List.of(f);
        return this;
    }

    /** Gives a command to the agent; its id counts from 1. */
    FakeDashboard command(String text) {
        commands.add(++given + " " + text);
        return this;
    }

    /** Whether the agent has taken every command. */
    boolean obeyed() {
        return commands.isEmpty();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The bytes of the only session that ended. */
    byte[] bytes() {
        if (sessions.size() != 1) {
            throw new AssertionError("sessions: " + sessions.keySet() + ", requests: " + requests);
        }
        return sessions.values().iterator().next().toByteArray();
    }

    /** How many appends have come. */
    synchronized int appends() {
        return appends;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(exchange.getRequestMethod() + " " + path);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token != null) {
            tokens.add(token);
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String id = path.split("[/?]")[3];
        if (exchange.getRequestMethod().equals("PUT")) {
            answer(
                    exchange,
                    200,
                    sessions.computeIfAbsent(id, i -> new ByteArrayOutputStream())
                            .size());
        } else if (path.contains("/log?offset=")) {
            String[] query = path.substring(path.indexOf('=') + 1).split("&ack=", 2);
            if (query.length > 1) {
                commands.removeIf(c -> c.startsWith(query[1] + " "));
            }
            append(exchange, id, Long.parseLong(query[0]), body);
        } else {
            answer(exchange, 200, 0);
        }
    }

    private void append(HttpExchange exchange, String id, long offset, byte[] body) throws IOException {
        Fault fault = appends < faults.size() ? faults.get(appends) : Fault.NONE;
        appends++;
        if (fault == Fault.AMNESIA) {
            sessions.clear();
        }
        ByteArrayOutputStream log = sessions.get(id);
        if (fault == Fault.ERROR) {
            answer(exchange, 500, 0);
        } else if (log == null) {
            answer(exchange, 404, 0);
        } else if (log.size() != offset) {
            answer(exchange, 409, log.size());
        } else {
            log.writeBytes(body);
            if (fault == Fault.LOST_ANSWER) {
                exchange.close();
            } else {
                answer(exchange, 200, log.size());
            }
        }
    }

    private void answer(HttpExchange exchange, int status, long offset) throws IOException {
        String command = commands.isEmpty() ? "none" : commands.get(0);
        byte[] text =
                ("# an answer\ncommand=" + command + "\noffset=" + offset + "\n").getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(status, offset % 2 == 0 ? text.length : 0); // 0: in HTTP chunks
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
