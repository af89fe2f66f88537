package dev.tricolor.agent.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one HTTP answer: status line, the three header fields that matter, and a small body of properties. */
final class ReplyReader {

    /** How long one blocking read lasts before the thread looks round. */
    static final int SLICE_MILLIS = 200;

    private static final int MAX_ANSWER = 16 << 10;

    private final Waiting waiting;
    private final byte[] buffer = new byte[MAX_ANSWER];
    private int filled;
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
        filled = 0;
        int headEnd;
        do {
            more(in, begin);
            headEnd = text(0).indexOf("\r\n\r\n");
        } while (headEnd < 0);
        String head = text(0).substring(0, headEnd + 2).toLowerCase(Locale.ROOT);
        if (!head.startsWith("http/1.") || head.length() < 12) {
            throw new IOException("not an HTTP answer: is this the dashboard's port?");
        }
        int status = (int) number(head, 9);
        keepAlive = !"close".equals(field(head, "\nconnection:"));
        String body = status == 204 ? "" : body(in, head, headEnd + 4, begin);
        String offset = property(body, "offset");
        return new Reply(status, offset.isEmpty() ? -1 : number(offset, 0), property(body, "command"));
    }

    private String body(InputStream in, String head, int start, long begin) throws IOException {
        String length = field(head, "\ncontent-length:");
        if (!length.isEmpty()) {
            long end = start + number(length, 0);
            while (filled < end) {
                more(in, begin);
            }
            return text(start);
        }
        if (!"chunked".equals(field(head, "\ntransfer-encoding:"))) {
            throw new IOException("the dashboard's answer has no length");
        }
        while (text(start).indexOf("0\r\n\r\n") < 0) {
            more(in, begin);
        }
        return text(start); // the chunks' sizes stand on lines of their own, which no property looks like
    }

    private String text(int from) {
        return new String(buffer, from, filled - from, StandardCharsets.ISO_8859_1);
    }

    private static String field(String head, String name) {
        int at = head.indexOf(name);
        return at < 0
                ? ""
                : head.substring(at + name.length(), head.indexOf('\r', at)).strip();
    }

    private static long number(String text, int from) throws IOException {
        long n = 0;
        int i = from;
        for (; i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
            n = n * 10 + text.charAt(i) - '0';
        }
        if (i == from || i - from > 18) {
            throw new IOException("no number in the dashboard's answer");
        }
        return n;
    }

    private void more(InputStream in, long begin) throws IOException {
        if (filled == buffer.length) {
            throw new IOException("the dashboard's answer is too long");
        }
        while (true) {
            try {
                int n = in.read(buffer, filled, buffer.length - filled);
                if (n < 0) {
                    throw new IOException("the dashboard closed the connection");
                }
                filled += n;
                return;
            } catch (SocketTimeoutException e) {
                waiting.meanwhile();
                if (waiting.remainingMillis(begin) <= 0) {
                    throw e;
                }
            }
        }
    }

    /** The value of a property in the body; empty without one. */
    private static String property(String body, String name) {
        String line = '\n' + body + '\n';
        int at = line.indexOf('\n' + name + '=') + name.length() + 2;
        return at < name.length() + 2
                ? ""
                : line.substring(at, line.indexOf('\n', at)).strip();
    }
}
