package dev.tricolor.dashboard.model.pacer;

/**
 * What keeps the collector from taking more than about half of the processors: a bucket of one second for each processor,
 * filled by the collector's time, drained by the program's. While it is full, threads need not assist. Idle time counts for
 * neither. From {@code runtime/mgclimit.go}. Used by one thread.
 */
public final class CpuLimiter {

    private final double capacitySeconds;
    private double fillSeconds;
    private double overflowSeconds;
    private boolean limiting;

    public CpuLimiter(int processors) {
        capacitySeconds = processors;
    }

    /** Takes what the processors did in some time, in CPU seconds. */
    public void account(double gcSeconds, double programSeconds) {
        double change = gcSeconds - programSeconds;
        double room = capacitySeconds - fillSeconds;
        if (change > 0 && room <= change) {
            overflowSeconds += change - room;
            fillSeconds = capacitySeconds;
            limiting = true;
            return;
        }
        fillSeconds = Math.max(0, fillSeconds + change);
        if (change != 0) {
            limiting = false;
        }
    }

    /** Whether assists are off. */
    public boolean limiting() {
        return limiting;
    }

    /** CPU seconds of collection that the bucket had no room for. */
    public double overflowSeconds() {
        return overflowSeconds;
    }
}
