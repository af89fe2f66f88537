package dev.tricolor.agent.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Reads one HTTP answer: status line, the three header fields that matter, and a small body of properties. */
final class ReplyReader {

    /** How long one blocking read lasts before the thread looks round. */
    static final int SLICE_MILLIS = 200;

    private static final int MAX_ANSWER = 64 << 10;

    private final Waiting waiting;
    private final byte[] buffer = new byte[2 << 10];
    private byte[] body = new byte[256];
    private int bodyLength;
    private int at;
    private int filled;
    private int total;
    private boolean keepAlive;

    ReplyReader(Waiting waiting) {
        this.waiting = waiting;
    }

    /** Whether the connection can carry another exchange. */
    boolean keepAlive() {
        return keepAlive;
    }

    Reply read(Socket socket, long begin) throws IOException {
        InputStream in = socket.getInputStream();
        at = filled = total = bodyLength = 0;
        keepAlive = true;
        int status = statusLine(line(in, begin));
        long length = -1;
        boolean chunked = false;
        for (String h = line(in, begin); !h.isEmpty(); h = line(in, begin)) {
            if (field(h, "content-length")) {
                length = number(h, h.indexOf(':') + 1);
            } else if (field(h, "transfer-encoding")) {
                chunked = true;
            } else if (field(h, "connection") && h.indexOf("close") > 0) {
                keepAlive = false;
            }
        }
        if (chunked) {
            chunks(in, begin);
        } else if (status != 204) {
            keepAlive &= length >= 0;
            take(in, begin, length < 0 ? Long.MAX_VALUE : length);
        }
        return new Reply(status, offset());
    }

    private static int statusLine(String line) throws IOException {
        if (line.length() < 12 || !line.startsWith("HTTP/1.")) {
            throw new IOException("not an HTTP answer: is this the dashboard's port?");
        }
        return (int) number(line, 9);
    }

    private static boolean field(String line, String name) {
        return line.length() > name.length()
                && line.charAt(name.length()) == ':'
                && line.regionMatches(true, 0, name, 0, name.length());
    }

    private static long number(String text, int from) throws IOException {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        long n = 0;
        int first = i;
        for (; i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
            n = n * 10 + text.charAt(i) - '0';
        }
        if (i == first || i - first > 18) {
            throw new IOException("no number in the dashboard's answer");
        }
        return n;
    }

    private void chunks(InputStream in, long begin) throws IOException {
        while (true) {
            String size = line(in, begin);
            int end = size.indexOf(';');
            int n;
            try {
                n = Integer.parseInt((end < 0 ? size : size.substring(0, end)).strip(), 16);
            } catch (NumberFormatException e) {
                throw new IOException("bad chunk in the dashboard's answer", e);
            }
            take(in, begin, n);
            String after = line(in, begin);
            if (n == 0) {
                while (!after.isEmpty()) {
                    after = line(in, begin);
                }
                return;
            }
        }
    }

    private void take(InputStream in, long begin, long length) throws IOException {
        for (long i = 0; i < length; i++) {
            int b = next(in, begin);
            if (b < 0) {
                if (length == Long.MAX_VALUE) {
                    return;
                }
                throw new IOException("the dashboard's answer ended early");
            }
            if (bodyLength == body.length) {
                body = java.util.Arrays.copyOf(body, 2 * bodyLength);
            }
            body[bodyLength++] = (byte) b;
        }
    }

    private String line(InputStream in, long begin) throws IOException {
        StringBuilder b = new StringBuilder(40);
        while (true) {
            int c = next(in, begin);
            if (c < 0) {
                throw new IOException("the dashboard closed the connection");
            }
            if (c == '\n') {
                return b.toString();
            }
            if (c != '\r') {
                b.append((char) c);
            }
        }
    }

    private int next(InputStream in, long begin) throws IOException {
        if (at == filled) {
            filled = fill(in, begin);
            at = 0;
            total += Math.max(filled, 0);
            if (total > MAX_ANSWER) {
                throw new IOException("the dashboard's answer is too long");
            }
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }

    private int fill(InputStream in, long begin) throws IOException {
        while (true) {
            try {
                return in.read(buffer);
            } catch (SocketTimeoutException e) {
                waiting.meanwhile();
                if (waiting.remainingMillis(begin) <= 0) {
                    throw e;
                }
            }
        }
    }

    /** The value of {@code offset=} in the body's properties; -1 without one. */
    private long offset() {
        String text = new String(body, 0, bodyLength, StandardCharsets.ISO_8859_1);
        for (int from = 0; from >= 0 && from < text.length(); from = text.indexOf('\n', from) + 1) {
            if (text.startsWith("offset=", from)) {
                try {
                    return number(text, from + 7);
                } catch (IOException e) {
                    return -1;
                }
            }
            if (text.indexOf('\n', from) < 0) {
                return -1;
            }
        }
        return -1;
    }
}
