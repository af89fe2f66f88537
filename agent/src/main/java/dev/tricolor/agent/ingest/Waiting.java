package dev.tricolor.agent.ingest;

/** What the agent's thread does, and how long it may, while it waits for the dashboard's answer. */
public interface Waiting {

    /** How long a request may still take from now, given when it began, in milliseconds; 0 or less gives it up. */
    long remainingMillis(long sinceNanos);

    /** Called every few hundred milliseconds while the answer is awaited. */
    void meanwhile();
}
