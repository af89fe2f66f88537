package dev.tricolor.agent;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads single argument values; each error says what was wrong and what would be right. */
final class ArgumentValues {

    private ArgumentValues() {}

    static URI url(String text) throws BadArgumentException {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme();
            if (uri.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new BadArgumentException(
                "'" + text + "' is no dashboard address; write one such as http://127.0.0.1:7979");
    }

    static @Nullable String token(@Nullable String text) throws BadArgumentException {
        if (text == null || text.isBlank()) {
            return null;
        }
        String token = text.strip();
        if (text.startsWith("@")) {
            String file = text.substring(1);
            try {
                token = Files.readString(Path.of(file)).strip();
            } catch (IOException | RuntimeException e) {
                throw new BadArgumentException(
                        "token file '" + file + "' can't be read (" + e + "); name a readable file");
            }
        }
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
                throw new BadArgumentException(
                        "the token holds characters that HTTP does not carry; use printable ASCII");
            }
        }
        return token;
    }

    static boolean choice(String key, String text, String yes, String no) throws BadArgumentException {
        String value = text.strip();
        if (value.equals(yes)) {
            return true;
        }
        if (value.equals(no)) {
            return false;
        }
        throw new BadArgumentException(key + "=" + text + " is neither " + key + "=" + yes + " nor " + key + "=" + no);
    }

    /** A number of bytes, with k, m or g behind it. */
    static long size(String key, String text, long least) throws BadArgumentException {
        String digits = text.strip();
        long unit = 1;
        if (!digits.isEmpty()) {
            int power = "kmg".indexOf(Character.toLowerCase(digits.charAt(digits.length() - 1)));
            if (power >= 0) {
                unit = 1L << (10 * (power + 1));
                digits = digits.substring(0, digits.length() - 1);
            }
        }
        try {
            long size = Math.multiplyExact(Long.parseLong(digits), unit);
            if (size >= least) {
                return size;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below
        }
        throw new BadArgumentException(
                key + "=" + text + " is no size of at least " + least + " bytes; write one such as " + key + "=64m");
    }

    /** A whole number within bounds. */
    static long whole(String key, String text, long least, long most, String unit) throws BadArgumentException {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadArgumentException(
                key + "=" + text + " is no number of " + unit + " from " + least + " to " + most);
    }

    /** The main class or the jar's name, never the application's arguments: those may be secret. */
    static String defaultName() {
        String command = System.getProperty("sun.java.command", "").strip();
        String jar = System.getProperty("java.class.path", ""); // the launcher's -jar makes it the jar's path
        if (!jar.isEmpty() && (command.equals(jar) || command.startsWith(jar + " "))) {
            return jar.substring(Math.max(jar.lastIndexOf('/'), jar.lastIndexOf('\\')) + 1);
        }
        int end = command.indexOf(' ');
        String main = end < 0 ? command : command.substring(0, end);
        return main.isEmpty() ? "pid " + ProcessHandle.current().pid() : main;
    }
}
