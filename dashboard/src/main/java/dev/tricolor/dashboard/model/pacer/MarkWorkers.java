package dev.tricolor.dashboard.model.pacer;

/**
 * Who marks in the background: as near to a quarter of the processors as whole workers come, and where that is more than
 * 30 % off, a part of one on each processor.
 *
 * @param dedicated workers that have a processor for themselves
 * @param fractional share of the time on each other processor
 */
public record MarkWorkers(int dedicated, double fractional) {

    private static final double MAX_ERROR = 0.3;

    public static MarkWorkers on(int processors) {
        double goal = processors * Trigger.UTILISATION;
        int dedicated = (int) (goal + 0.5);
        double error = dedicated / goal - 1;
        if (error >= -MAX_ERROR && error <= MAX_ERROR) {
            return new MarkWorkers(dedicated, 0);
        }
        if (dedicated > goal) {
            dedicated--;
        }
        return new MarkWorkers(dedicated, (goal - dedicated) / processors);
    }

    /** Processors kept busy. */
    public double processors(int all) {
        return dedicated + fractional * all;
    }
}
