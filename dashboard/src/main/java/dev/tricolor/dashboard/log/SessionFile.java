package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/** {@code session.properties}: a session's metadata on disk, replaced as a whole at each change. */
final class SessionFile {

    static final String NAME = "session.properties";
    private static final String LABEL = "label.";

    private SessionFile() {}

    static void write(Path folder, SessionMeta meta) throws IOException {
        Properties p = new Properties();
        p.setProperty("id", meta.id().toString());
        p.setProperty("name", meta.name());
        p.setProperty("runtime", meta.runtime());
        p.setProperty("format", meta.format());
        p.setProperty("host", meta.host());
        p.setProperty("pid", Long.toString(meta.pid()));
        p.setProperty("opened", meta.opened().toString());
        meta.ended().ifPresent(e -> p.setProperty("ended", e.toString()));
        p.setProperty("endReason", meta.endReason());
        meta.labels().forEach((k, v) -> p.setProperty(LABEL + k, v));
        Path fresh = folder.resolve(NAME + ".new");
        try (Writer w = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            p.store(w, null);
        }
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static SessionMeta read(Path folder) throws IOException {
        Properties p = new Properties();
        try (Reader r = Files.newBufferedReader(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            p.load(r);
        }
        Map<String, String> labels = new TreeMap<>();
        for (String key : p.stringPropertyNames()) {
            if (key.startsWith(LABEL)) {
                labels.put(key.substring(LABEL.length()), p.getProperty(key));
            }
        }
        try {
            return new SessionMeta(
                    UUID.fromString(p.getProperty("id", "")),
                    p.getProperty("name", "unnamed"),
                    p.getProperty("runtime", "jvm"),
                    p.getProperty("format", "jfr"),
                    p.getProperty("host", ""),
                    Long.parseLong(p.getProperty("pid", "0")),
                    Instant.parse(p.getProperty("opened", "")),
                    Optional.ofNullable(p.getProperty("ended")).map(Instant::parse),
                    p.getProperty("endReason", ""),
                    Map.copyOf(labels));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(folder.resolve(NAME) + " is damaged: " + e.getMessage(), e);
        }
    }
}
