package dev.tricolor.dashboard.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which collectors a Java runtime has, by starting it with each one's flags and {@code -version}. What was
 * found is kept in a file: a probe costs about a tenth of a second.
 */
public final class CollectorProbe {
    private static final Logger LOG = LoggerFactory.getLogger(CollectorProbe.class);
    private static final long PATIENCE_SECONDS = 30;

    private final Path cache;
    private final Properties known = new Properties();

    /** Keeps what it finds in {@code cache}, a file that may be absent. */
    public CollectorProbe(Path cache) {
        this.cache = cache;
        if (Files.exists(cache)) {
            try (InputStream in = Files.newInputStream(cache)) {
                known.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.debug("no use of {}: {}", cache, e.toString());
            }
        }
    }

    /** The collectors that this runtime has, in the order of {@link CollectorChoice}. */
    public synchronized Set<CollectorChoice> supported(Jdk jdk) {
        String key = key(jdk);
        String value = known.getProperty(key);
        if (value == null) {
            List<String> found = new ArrayList<>();
            for (CollectorChoice choice : CollectorChoice.values()) {
                if (choice.existsIn(jdk.feature()) && starts(jdk, choice)) {
                    found.add(choice.name());
                }
            }
            value = String.join(",", found);
            known.setProperty(key, value);
            save();
        }
        Set<CollectorChoice> supported = EnumSet.noneOf(CollectorChoice.class);
        for (CollectorChoice choice : CollectorChoice.values()) {
            if (List.of(value.split(",")).contains(choice.name())) {
                supported.add(choice);
            }
        }
        return supported;
    }

    private static String key(Jdk jdk) {
        long changed;
        try {
            changed = Files.getLastModifiedTime(jdk.home().resolve("release")).toMillis();
        } catch (IOException e) {
            changed = 0;
        }
        return jdk.home() + "|" + jdk.version() + "|" + changed;
    }

    private static boolean starts(Jdk jdk, CollectorChoice choice) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(choice.flags(jdk.feature()));
        command.add("-Xmx64m");
        command.add("-version");
        try {
            Process java = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!java.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                java.destroyForcibly();
                return false;
            }
            return java.exitValue() == 0;
        } catch (IOException e) {
            LOG.debug("{} does not start: {}", jdk.java(), e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void save() {
        Path folder = cache.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream out = Files.newOutputStream(cache)) {
                known.store(out, "which collectors each Java runtime has; safe to delete");
            }
        } catch (IOException e) {
            LOG.debug("cannot keep {}: {}", cache, e.toString()); // the next start probes again
        }
    }
}
