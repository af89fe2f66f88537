package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tricolor.agent.app.Churn;
import dev.tricolor.agent.app.Hello;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The application exits by itself within 2 s of main's end, whatever the dashboard does. */
class ExitIT {

    private static final long LIMIT_MILLIS = 2_000;

    enum Dashboard {
        UP,
        DOWN,
        /** Accepts connections and never reads nor answers. */
        HUNG,
        /** Opens the session, then never answers an append. */
        HUNG_LATER,
        ANSWERS_500
    }

    static Stream<Arguments> cases() {
        return TestJdks.all().flatMap(j -> Stream.of(Dashboard.values()).map(d -> Arguments.of(j, d)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void applicationExitsByItself(TestJdks jdk, Dashboard dashboard) throws Exception {
        // A busy machine can make one exit slow, never one fast: the best of three is what the promise is about.
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3 && best > LIMIT_MILLIS; i++) {
            best = Math.min(best, millisFromMainToExit(jdk, dashboard));
        }
        assertThat(best).isBetween(0L, LIMIT_MILLIS);
    }

    private static long millisFromMainToExit(TestJdks jdk, Dashboard dashboard) throws Exception {
        try (AutoCloseable server = start(dashboard)) {
            String url = "http://127.0.0.1:" + port(server);
            ForkedApp.Ended app = ForkedApp.on(jdk).agent(url).run(Churn.class, "1500", "-");
            assertThat(app.status()).as(app.err()).isZero();
            assertThat(app.errorLines()).hasSizeLessThan(2).allMatch(l -> l.startsWith("tricolor: "));
            return app.millisFromMainToExit();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tricolor.agent.TestJdks#all")
    void applicationThatEndsAtOnce_isNotHeldUp(TestJdks jdk) throws Exception {
        try (ServerSocket hung = new ServerSocket(0)) {
            ForkedApp.Ended app = ForkedApp.on(jdk)
                    .agent("http://127.0.0.1:" + hung.getLocalPort())
                    .run(Hello.class);
            assertThat(app.status()).as(app.err()).isZero();
            assertThat(app.millisFromMainToExit()).isLessThan(LIMIT_MILLIS);
        }
    }

    private static AutoCloseable start(Dashboard dashboard) throws IOException {
        return switch (dashboard) {
            case UP -> FakeDashboard.up();
            case DOWN -> {
                ServerSocket socket = new ServerSocket(0);
                socket.close();
                yield socket;
            }
            case HUNG -> new ServerSocket(0);
            case HUNG_LATER -> http(true);
            case ANSWERS_500 -> http(false);
        };
    }

    private static AutoCloseable http(boolean hangs) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        CountDownLatch closed = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            boolean opens = exchange.getRequestMethod().equals("PUT");
            if (hangs && !opens) {
                await(closed);
            }
            byte[] body = "offset=0\n".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(hangs ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new Stoppable(server, closed);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Stoppable(HttpServer server, CountDownLatch closed) implements AutoCloseable {
        @Override
        public void close() {
            closed.countDown();
            server.stop(0);
        }
    }

    private static int port(AutoCloseable server) {
        if (server instanceof FakeDashboard fake) {
            return Integer.parseInt(fake.url().substring(fake.url().lastIndexOf(':') + 1));
        }
        return server instanceof ServerSocket socket
                ? socket.getLocalPort()
                : ((Stoppable) server).server.getAddress().getPort();
    }
}
