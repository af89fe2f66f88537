package dev.tricolor.agent.knob;

/**
 * Where SoftMaxHeapSize must lie for the measured peak to meet the goal: once a window, from what the last one showed.
 *
 * <p>A collector overshoots SoftMaxHeapSize by what is allocated while it collects, or begins long after it: so the
 * difference between goal and peak moves the setting. It is not lowered further where the collector uses too much CPU, nor
 * where that no longer lowers the peak; both are remembered for {@link #PATIENCE} windows, so that the loop comes to rest.
 * No clock, no JVM: a pure function of what it was told.
 */
final class Steering {

    /** The peak may lie this far from the goal, in per cent of it. */
    static final int OVER = 105;

    static final int UNDER = 90;

    /** Beyond this far one window is enough; within it two in a row must agree, since one may be a hiccup of the machine. */
    private static final int FAR = 25;

    static final int PATIENCE = 60;

    private static final int STRIKES = 3;
    private static final long LEAST = 1 << 20;

    private final long most;
    private final double bound;
    private long goal;
    private long soft;
    /** The lowest peak since lowering began, and the setting under which it was seen. */
    private long best;

    private long bestSoft;
    private int strikes;
    private int busy;
    /** Windows in a row on the same side of the goal; negative below it. */
    private int side;

    /** Lowering stops here while {@code patience} lasts. */
    private long floor;

    private int patience;
    private String why = "";
    private String state = "";

    /**
     * @param most the largest heap, in bytes
     * @param bound share of the machine beyond which the collector's CPU stops lowering, 0..1
     */
    Steering(long most, double bound) {
        this.most = most;
        this.bound = bound;
    }

    /** Begins with a new goal, as if nothing had been measured; the first setting. */
    long begin(long newGoal) {
        goal = newGoal;
        forget();
        floor = 0;
        patience = 0;
        busy = 0;
        side = 0;
        state = "waiting";
        return to(goal);
    }

    /**
     * The next setting.
     *
     * @param newGoal bytes; follows the live set
     * @param peak bytes, the highest heap use in the window
     * @param collected whether the window held a collection; without one, what is low may yet rise
     * @param gcCpu the collector's share of the machine, 0..1; negative where not told
     */
    long next(long newGoal, long peak, boolean collected, double gcCpu) {
        if (Math.abs(newGoal - goal) * 20 > goal) {
            to(soft + newGoal - goal);
            goal = newGoal;
            forget();
        }
        if (patience > 0 && --patience == 0) {
            floor = 0;
            forget();
        }
        busy = gcCpu > bound ? busy + 1 : 0;
        int act = side(peak, collected);
        if (busy >= 2) {
            stop(Math.min(most, soft + goal / 20), "cpu");
            if (gcCpu > 1.2 * bound) {
                to(soft + goal / 10);
            }
            state = "held: " + why;
        } else if (act > 0) {
            lower(peak, gcCpu);
        } else if (act < 0) {
            to(soft + Math.min((goal - peak) * 4 / 5, goal / 4));
            state = soft == most ? "at the most" : "raising";
            forget();
        } else {
            state = side != 0 ? "one window off" : collected ? "settled" : "no collection";
            forget();
        }
        return soft;
    }

    /** On which side of the goal the peak lies by enough to act: above, 0, or below. */
    private int side(long peak, boolean collected) {
        boolean over = peak * 100 > goal * OVER;
        boolean under = peak * 100 < goal * UNDER && collected;
        side = over ? Math.max(side, 0) + 1 : under ? Math.min(side, 0) - 1 : 0;
        boolean far = Math.abs(peak - goal) * 100 > goal * FAR;
        return far || Math.abs(side) > 1 ? side : 0;
    }

    private void lower(long peak, double gcCpu) {
        if (gcCpu < 0) {
            floor = Math.max(goal, floor);
            why = "no cpu";
        }
        if (soft <= floor) {
            state = "floor: " + why;
            return;
        }
        if (peak * 100 < best * 97) {
            best = peak;
            bestSoft = soft;
            strikes = 0;
        } else if (++strikes >= STRIKES) {
            stop(bestSoft, "no gain");
            to(bestSoft);
            forget();
            state = "floor: " + why;
            return;
        }
        to(Math.max(floor, soft - Math.min((peak - goal) * 4 / 5, soft / 2)));
        state = "lowering";
    }

    private void stop(long at, String reason) {
        floor = at;
        patience = PATIENCE;
        why = reason;
    }

    private void forget() {
        best = Long.MAX_VALUE / 100;
        strikes = 0;
    }

    private long to(long value) {
        soft = Math.max(LEAST, Math.min(most, value));
        return soft;
    }

    /**
     * What the loop does, and why, in a word of 16 characters at most: for what is longer and comes again and again, JFR keeps a
     * table of half a megabyte, which costs ZGC a page of 32.
     */
    String state() {
        return state;
    }
}
