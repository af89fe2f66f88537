package dev.tricolor.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A real run from the test resources (see the README there) in a data folder of one's own, whole or up to a row. */
public final class RecordedRun {

    public static final String ID = "20261126-061353";
    public static final int ROWS = 24;
    public static final long SMALL_HEAP = 33554432;
    public static final long LARGE_HEAP = 88080384;

    private final Path folder;
    private final List<String> lines;

    private RecordedRun(Path folder, List<String> lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /** All of it. */
    public static void into(Path data) throws IOException {
        begun(data, ROWS);
    }

    /** With its first rows only, as if it went on. */
    public static RecordedRun begun(Path data, int rows) throws IOException {
        Path folder = Files.createDirectories(data.resolve("runs").resolve(ID));
        Files.write(folder.resolve("run.json"), bytes("run.json"));
        RecordedRun run = new RecordedRun(
                folder, new String(bytes("results.jsonl"), UTF_8).lines().toList());
        run.add(0, rows);
        return run;
    }

    /** Finishes the rows from one to before another. */
    public void add(int from, int to) throws IOException {
        Files.write(
                folder.resolve("results.jsonl"),
                (String.join("\n", lines.subList(from, to)) + "\n").getBytes(UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = RecordedRun.class.getResourceAsStream("recorded/runs/" + ID + "/" + file)) {
            return in.readAllBytes();
        }
    }
}
