package dev.tricolor.workloads.engine;

/** A worker threw; the cause says what. */
public final class WorkloadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkloadFailed(Throwable cause) {
        super(cause);
    }

    public boolean outOfMemory() {
        return getCause() instanceof OutOfMemoryError;
    }
}
