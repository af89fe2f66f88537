package dev.tricolor.dashboard.decode.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.AgentStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.Timespan;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentStatusEventTest {

    @TempDir
    Path folder;

    /** As the agent writes it. */
    @Name("tricolor.AgentStatus")
    static final class Written extends Event {
        long sentBytes;
        long backlogBytes;

        @Timespan(Timespan.NANOSECONDS)
        long cpu;

        long lostBytes;
        long allocatedBytes;
        long failures;
    }

    @Test
    void minusOneIsNotTold() throws Exception {
        AgentStatus status = decoded(-1, -1);
        assertThat(status.cpu()).isEmpty();
        assertThat(status.allocatedBytes()).isEmpty();
        assertThat(status.sentBytes()).isEqualTo(5);
    }

    @Test
    void zeroIsZero() throws Exception {
        AgentStatus status = decoded(0, 0);
        assertThat(status.cpu()).contains(Duration.ZERO);
        assertThat(status.allocatedBytes()).hasValue(0);
    }

    private AgentStatus decoded(long cpu, long allocated) throws Exception {
        Path file = folder.resolve("status.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(Written.class).withoutStackTrace();
            recording.start();
            Written e = new Written();
            e.sentBytes = 5;
            e.cpu = cpu;
            e.allocatedBytes = allocated;
            e.commit();
            Files.deleteIfExists(file);
            recording.dump(file);
        }
        TimelineBuilder out = new TimelineBuilder();
        RecordingFile.readAllEvents(file).forEach(e -> EventDecoders.decode(e, out));
        List<AgentStatus> all = out.snapshot().agent();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
