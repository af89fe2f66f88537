package dev.tricolor.dashboard.model.pacer;

/**
 * How much a thread must scan for each byte that it allocates while marking. From {@code revise} in {@code
 * runtime/mgcpacer.go}.
 */
public final class AssistRatio {

    private static final double MAX_OVERSHOOT = 1.1;
    private static final long LEAST_WORK = 1000;
    /** What a cycle counts with while GOGC is off. */
    private static final int WHEN_OFF = 100_000;

    private AssistRatio() {}

    /**
     * Where a cycle stands.
     *
     * @param goal heap size at which it should end
     * @param triggered heap size at which it began
     * @param live heap size now
     * @param done bytes scanned so far
     * @param expected bytes that the last cycle scanned, globals as they are now
     * @param most bytes to scan if all of the heap and all stack space were live
     */
    public record Progress(long goal, long triggered, long live, long done, long expected, long most) {}

    /** Bytes to scan for each byte allocated. */
    public static double of(Progress p, int gogc) {
        double goal = p.goal();
        double expected = p.expected();
        if (p.done() > p.expected()) {
            double further = (goal - p.triggered()) / expected * p.most() + p.triggered();
            goal = Math.min(further, (1 + (gogc == Knobs.OFF ? WHEN_OFF : gogc) / 100.0) * goal);
            expected = p.most();
        }
        if (p.live() > goal) {
            goal *= MAX_OVERSHOOT;
            expected = p.most();
        }
        return Math.max(expected - p.done(), LEAST_WORK) / Math.max(goal - p.live(), 1);
    }
}
