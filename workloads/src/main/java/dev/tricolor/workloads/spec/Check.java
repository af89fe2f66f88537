package dev.tricolor.workloads.spec;

/** A count that one worker expects and what it found; equal if the invariant holds. */
public record Check(String name, long expected, long found) {
    public boolean held() {
        return expected == found;
    }
}
