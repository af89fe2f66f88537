package dev.tricolor.agent.ingest;

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
import org.jspecify.annotations.Nullable;

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

    private static final int CONNECT_MILLIS = 1_000;

    private final URI base;
    private final String path;
    private final @Nullable String token;
    private final Waiting waiting;
    private final ReplyReader reader;
    private volatile @Nullable Socket socket;
    private volatile boolean closed;

    HttpConnection(URI base, @Nullable String token, Waiting waiting) {
        this.base = base;
        String p = base.getRawPath() == null ? "" : base.getRawPath();
        path = p.endsWith("/") ? p.substring(0, p.length() - 1) : p;
        this.token = token;
        this.waiting = waiting;
        reader = new ReplyReader(waiting);
    }

    /** Sends a request and waits for its answer. */
    Reply exchange(String method, String target, byte[] body, int length) throws IOException {
        boolean done = false;
        try {
            long begin = System.nanoTime();
            Socket s = socket;
            if (s == null || s.isClosed()) {
                s = connect(begin);
            }
            OutputStream out = s.getOutputStream();
            out.write(head(method, target, length));
            if (length > 0) {
                out.write(body, 0, length);
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
        StringBuilder b = new StringBuilder(256);
        b.append(method).append(' ').append(path).append(target).append(" HTTP/1.1\r\nHost: ");
        b.append(base.getHost());
        if (base.getPort() >= 0) {
            b.append(':').append(base.getPort());
        }
        if (token != null) {
            b.append("\r\nAuthorization: Bearer ").append(token);
        }
        if (length > 0) {
            b.append("\r\nContent-Type: application/octet-stream");
        }
        b.append("\r\nContent-Length: ").append(length).append("\r\n\r\n");
        return b.toString().getBytes(StandardCharsets.US_ASCII);
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
