package dev.tricolor.dashboard.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Go linker leaves in a program: the release it was built with, and its settings.
 *
 * <p>A block on 16 bytes: {@code \xff Go buildinf:}, pointer size, flags; from Go 1.18 on (flag 2) at byte 32 two strings, each
 * with its length before it, of which the second has {@code build} lines (debug/buildinfo of the standard library).
 *
 * @param version such as {@code go1.26.8}
 * @param greenTea whether objects are marked by span; empty where the release is not known
 */
record GoBinary(String version, Optional<Boolean> greenTea) {

    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(ISO_8859_1);
    private static final int ALIGNMENT = 16;
    private static final int STRINGS_AT = 32;
    private static final int LONGEST_STRING = 1 << 20;
    private static final Pattern RELEASE = Pattern.compile("go1\\.(\\d{1,4})");

    /** Of the program that a command would start; empty where that is no Go program, or a script that starts one. */
    static Optional<GoBinary> of(String command, Map<String, String> environment) {
        List<Path> places = command.contains("/")
                ? List.of(Path.of(command))
                : Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                        .map(folder -> Path.of(folder, command))
                        .toList();
        return places.stream()
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .flatMap(GoBinary::in);
    }

    private static Optional<GoBinary> in(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE));
            for (int at = 0; at + STRINGS_AT < bytes.limit(); at += ALIGNMENT) {
                if (begins(bytes, at) && (bytes.get(at + MAGIC.length + 1) & 2) != 0) {
                    bytes.position(at + STRINGS_AT);
                    String version = string(bytes);
                    return Optional.of(new GoBinary(version, greenTea(version, string(bytes))));
                }
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // unreadable or not as it should be: it is run all the same
        }
        return Optional.empty();
    }

    private static boolean begins(ByteBuffer bytes, int at) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes.get(at + i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static String string(ByteBuffer bytes) {
        int length = 0;
        int shift = 0;
        byte b;
        do {
            b = bytes.get();
            length |= (b & 0x7f) << shift;
            shift += 7;
        } while (b < 0 && shift < 28);
        byte[] text = new byte[Math.min(length, LONGEST_STRING)];
        bytes.get(text);
        return new String(text, UTF_8);
    }

    /** An experiment in 1.25, usual from 1.26 on, unless the program was built without it. */
    static Optional<Boolean> greenTea(String version, String settings) {
        Matcher release = RELEASE.matcher(version);
        if (!release.lookingAt()) {
            return Optional.empty();
        }
        int minor = Integer.parseInt(release.group(1));
        if (minor < 25 || settings.contains("nogreenteagc") || version.contains("nogreenteagc")) {
            return Optional.of(false);
        }
        return Optional.of(minor > 25 || settings.contains("greenteagc") || version.contains("greenteagc"));
    }
}
