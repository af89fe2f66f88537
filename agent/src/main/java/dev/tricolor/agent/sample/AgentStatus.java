package dev.tricolor.agent.sample;

/** The agent's own counters for {@code tricolor.AgentStatus}. */
public final class AgentStatus {

    final long sentBytes;
    final long backlogBytes;
    final long lostBytes;
    final long lostChunks;
    final long lostNanos;
    final long failures;

    public AgentStatus(
            long sentBytes, long backlogBytes, long lostBytes, long lostChunks, long lostNanos, long failures) {
        this.sentBytes = sentBytes;
        this.backlogBytes = backlogBytes;
        this.lostBytes = lostBytes;
        this.lostChunks = lostChunks;
        this.lostNanos = lostNanos;
        this.failures = failures;
    }
}
