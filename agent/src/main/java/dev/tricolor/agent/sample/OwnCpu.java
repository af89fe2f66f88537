package dev.tricolor.agent.sample;

import dev.tricolor.agent.Nullable;
import java.io.IOException;

/** CPU time of the agent's own thread, from {@code /proc/thread-self/schedstat}. */
final class OwnCpu {

    private final ProcFile file;
    private long nanos = -1;

    private OwnCpu(ProcFile file) {
        this.file = file;
    }

    /** Must be called by the thread to be measured. Null where the kernel does not tell. */
    static @Nullable OwnCpu open() {
        try {
            return new OwnCpu(ProcFile.open("/proc/thread-self/schedstat"));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** -1 where it was never told. */
    long nanos() {
        try {
            if (file.read() > 0) {
                nanos = ProcFile.number(0);
            }
        } catch (IOException e) {
            // the last value stands
        }
        return nanos;
    }
}
