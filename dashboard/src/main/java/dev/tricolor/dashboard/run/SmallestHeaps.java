package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tricolor.dashboard.results.SmallestHeap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The smallest heaps that were found before, in a file of the data folder: a bisection takes many runs. */
public final class SmallestHeaps {
    private static final Logger LOG = LoggerFactory.getLogger(SmallestHeaps.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** Keeps what is found in that file, which may not exist yet. */
    public SmallestHeaps(Path file) {
        this.file = file;
    }

    /** The same work under the same collector of the very same JDK. */
    synchronized Optional<SmallestHeap> find(
            String workload, List<String> arguments, CollectorChoice collector, Jdk jdk) {
        return all().stream()
                .filter(s -> s.workload().equals(workload)
                        && s.arguments().equals(arguments)
                        && s.collector().equals(collector.id())
                        && s.jdkVersion().equals(jdk.version()))
                .findFirst();
    }

    synchronized void keep(SmallestHeap found) throws IOException {
        List<SmallestHeap> all = new ArrayList<>(all());
        all.add(found);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Path scratch = file.resolveSibling(file.getFileName() + ".new");
        Files.write(scratch, JSON.writeValueAsBytes(all));
        Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<SmallestHeap> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<List<SmallestHeap>>() {});
        } catch (IOException e) {
            LOG.warn("no use of {}: {}", file, e.getMessage());
            return List.of();
        }
    }
}
