package dev.tricolor.dashboard.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run on disk: {@code run.json} and {@code results.jsonl}. A line is on the disk before {@link #append} answers; what a
 * crash left of a line that was being written is not a line, and is cut off before the next one.
 */
public final class RunFolder {
    static final String HEADER = "run.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    public String id() {
        return String.valueOf(folder.getFileName());
    }

    /** Each finished row as a line of JSON. */
    public Path results() {
        return folder.resolve("results.jsonl");
    }

    private Path headerFile() {
        return folder.resolve(HEADER);
    }

    /** Whether there is a run here. */
    boolean exists() {
        return Files.isRegularFile(headerFile());
    }

    /** Changes whenever what is in the folder does. */
    public String version() throws IOException {
        return stamp(headerFile()) + " " + stamp(results());
    }

    private static String stamp(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) + "@" + Files.getLastModifiedTime(file) : "-";
    }

    /** Writes the header, whole or not at all. */
    public void write(RunHeader header) throws IOException {
        Files.createDirectories(folder);
        Path scratch = folder.resolve("run.json.new");
        Files.write(
                scratch, JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(header));
        Files.move(scratch, headerFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public RunHeader header() throws IOException {
        return JSON.readValue(headerFile().toFile(), RunHeader.class);
    }

    /** The finished rows in the order of the plan; of a row that is there twice the later line. */
    public List<RowRecord> rows() throws IOException {
        if (!Files.exists(results())) {
            return List.of();
        }
        String text = Files.readString(results());
        Map<Integer, RowRecord> byNumber = new LinkedHashMap<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1)) {
            if (!line.isEmpty()) {
                RowRecord row = JSON.readValue(line, RowRecord.class);
                byNumber.put(row.row().number(), row);
            }
        }
        List<RowRecord> rows = new ArrayList<>(byNumber.values());
        rows.sort(java.util.Comparator.comparingInt(r -> r.row().number()));
        return List.copyOf(rows);
    }

    /** Adds a finished row; it is on the disk when this returns. */
    public synchronized void append(RowRecord row) throws IOException {
        try (FileChannel file = FileChannel.open(
                results(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            file.truncate(wholeLines(file));
            file.position(file.size());
            ByteBuffer line = ByteBuffer.wrap((text(row) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
        }
    }

    private static String text(RowRecord row) throws JsonProcessingException {
        return JSON.writeValueAsString(row);
    }

    /** Up to the end of the last line that is whole. */
    private static long wholeLines(FileChannel file) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
