package dev.tricolor.agent.ingest;

import dev.tricolor.agent.Nullable;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A keep-alive HTTP/1.1 connection to the dashboard over a plain or TLS socket: just what the ingest contract needs.
 *
 * <p>Why our own: {@code HttpURLConnection} starts a Keep-Alive-Timer thread and {@code java.net.http} a selector
 * thread and an executor, and both allocate more a request than the agent's whole budget a second. A failed exchange
 * closes the connection; the next one opens another.
 */
final class HttpConnection implements Closeable {

    /**
     * The largest body. A socket's write has no timeout: a block that fits into the send buffer never waits for a
     * dashboard that accepts and does not read.
     */
    static final int MAX_BODY = 128 << 10;

    /** Bytes kept free before a body for the request's head; one that is longer is written apart. */
    static final int HEAD_ROOM = 512;

    private static final int CONNECT_MILLIS = 1_000;

    private final URI base;
    private final String path;
    private final String fields;
    private final Waiting waiting;
    private final ReplyReader reader;
    private volatile @Nullable Socket socket;
    private volatile boolean closed;

    HttpConnection(URI base, @Nullable String token, Waiting waiting) {
        this.base = base;
        String p = base.getRawPath() == null ? "" : base.getRawPath();
        path = p.endsWith("/") ? p.substring(0, p.length() - 1) : p;
        String host = base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
        fields = " HTTP/1.1\r\nHost: " + host
                + (token == null ? "" : "\r\nAuthorization: Bearer " + token)
                + "\r\nContent-Type: application/octet-stream\r\nContent-Length: ";
        this.waiting = waiting;
        reader = new ReplyReader(waiting);
    }

    /** Sends a request without a body and waits for its answer. */
    Reply exchange(String method, String target) throws IOException {
        return exchange(method, target, new byte[HEAD_ROOM], 0);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param block holds the body from {@link #HEAD_ROOM} on; what is before gets the head, so that one write carries both
     */
    Reply exchange(String method, String target, byte[] block, int length) throws IOException {
        boolean done = false;
        try {
            long begin = System.nanoTime();
            byte[] head = head(method, target, length);
            int start = HEAD_ROOM - head.length;
            Socket s = socket;
            if (s == null || s.isClosed()) {
                s = connect(begin);
            }
            OutputStream out = s.getOutputStream();
            if (start >= 0) {
                System.arraycopy(head, 0, block, start, head.length);
                out.write(block, start, head.length + length);
            } else {
                out.write(head);
                out.write(block, HEAD_ROOM, length);
            }
            out.flush();
            Reply reply = reader.read(s, begin);
            done = reader.keepAlive();
            return reply;
        } finally {
            if (!done) {
                disconnect();
            }
        }
    }

    private byte[] head(String method, String target, int length) {
        String head = method + ' ' + path + target + fields + length + "\r\n\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Socket connect(long begin) throws IOException {
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
        Socket plain = new Socket();
        socket = plain;
        plain.setTcpNoDelay(true);
        plain.setSendBufferSize(2 * MAX_BODY);
        plain.connect(new InetSocketAddress(base.getHost(), port), timeout(CONNECT_MILLIS, begin));
        plain.setSoTimeout(timeout(CONNECT_MILLIS, begin));
        Socket s = tls ? secure(plain, port) : plain;
        s.setSoTimeout(ReplyReader.SLICE_MILLIS);
        socket = s;
        if (closed) {
            throw new IOException("closed");
        }
        return s;
    }

    private Socket secure(Socket plain, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket s = (SSLSocket) factory.createSocket(plain, base.getHost(), port, true);
        SSLParameters parameters = s.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        s.setSSLParameters(parameters);
        s.startHandshake();
        return s;
    }

    private int timeout(int most, long begin) throws IOException {
        long left = Math.min(most, waiting.remainingMillis(begin));
        if (left <= 0 || closed) {
            throw new IOException("no time left");
        }
        return (int) left;
    }

    private void disconnect() {
        Socket s = socket;
        socket = null;
        if (s != null) {
            try {
                s.close();
            } catch (IOException e) {
                // nothing more to lose
            }
        }
    }

    /** Ends an exchange under way, if any, and makes every later one fail. May be called by any thread. */
    @Override
    public void close() {
        closed = true;
        disconnect();
    }
}
