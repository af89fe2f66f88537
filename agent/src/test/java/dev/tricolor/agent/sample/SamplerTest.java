package dev.tricolor.agent.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.agent.Agent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplerTest {

    private static final int READINGS = 500;

    @TempDir
    Path folder;

    @Test
    void twoThreadsAtOnce_readWhatIsTrue() throws Exception {
        Sampler sampler = new Sampler();
        Path file = folder.resolve("samples.jfr");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Recording recording = new Recording()) {
            recording.start();
            Callable<Void> reader = () -> {
                for (int i = 0; i < READINGS; i++) {
                    sampler.sampleNow();
                }
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(reader, reader))) {
                done.get();
            }
            recording.dump(file);
        } finally {
            threads.shutdownNow();
        }
        List<RecordedEvent> memory = named("tricolor.ProcessMemory", file);
        assertThat(memory)
                .hasSize(2 * READINGS)
                .allSatisfy(e -> assertThat(e.getLong("rss")).isBetween(1L << 20, e.getLong("peakRss")));
        assertThat(named("tricolor.ThreadGroupCpu", file))
                .filteredOn(e -> e.getString("group").equals("process"))
                .hasSize(2 * READINGS)
                .allSatisfy(e -> assertThat(e.getInt("threads")).isBetween(5, 1_000));
    }

    @Test
    void withoutAnAgent_nothingHappens() {
        Agent.sample();
    }

    private static List<RecordedEvent> named(String type, Path file) throws Exception {
        return RecordingFile.readAllEvents(file).stream()
                .filter(e -> e.getEventType().getName().equals(type))
                .toList();
    }
}
