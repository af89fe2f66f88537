package dev.tricolor.agent.sample;

/** The agent's own counters for {@code tricolor.AgentStatus}. */
public record AgentStatus(
        long sentBytes, long backlogBytes, long lostBytes, long lostChunks, long lostNanos, long failures) {}
