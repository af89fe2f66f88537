package dev.tricolor.agent.knob;

import jdk.jfr.FlightRecorder;

/**
 * Go's knob for this JVM: after each full marking the heap may grow to live * (1 + GOGC / 100).
 *
 * <p>ZGC and Shenandoah have SoftMaxHeapSize, which {@link Steering} moves until the measured peak meets that goal. Serial,
 * Parallel and G1 have MinHeapFreeRatio and MaxHeapFreeRatio, which are set once: what comes of it is measured only. Belongs
 * to the agent's thread.
 */
public final class Knob {

    static final int LEAST = 10;
    static final int MOST = 1000;
    private static final String SOFT_MAX = "SoftMaxHeapSize";
    private static final String OFF = "off";

    /** How often the heap is sampled while a GOGC is set, and how often while the process is idle. */
    private static final long TICK = 10_000_000;

    private static final long IDLE_TICK = 20 * TICK;
    private static final long IDLE_AFTER = 2_000_000_000L;

    private final VmFlags flags = new VmFlags();
    private final boolean soft = flags.on("UseZGC") || flags.on("UseShenandoahGC");
    private final double bound;
    private int gogc;
    private HeapWatch heap = new HeapWatch();
    private Steering steering;
    private boolean begun;
    private double gcCpu = -1;
    private long gcNanos;
    private long turnedAt;

    /** @param bound the collector's share of the machine, in per cent, beyond which lowering stops */
    public Knob(int bound) {
        FlightRecorder.register(KnobChangeEvent.class); // not after a flush: see Sampler
        FlightRecorder.register(KnobStateEvent.class);
        this.bound = bound / 100.0;
        steering = steering();
    }

    private Steering steering() {
        return new Steering(Runtime.getRuntime().maxMemory(), bound);
    }

    /**
     * Carries out {@code gogc N}, {@code gogc off} or {@code restore}; what can't be is an event that says why, and sets
     * nothing.
     */
    public void obey(String command, String who) {
        int blank = command.indexOf(' ');
        String name = blank < 0 ? command : command.substring(0, blank);
        String value = blank < 0 ? "" : command.substring(blank + 1).strip();
        String why;
        try {
            why = command.equals("restore")
                    ? off(who)
                    : name.equals("gogc") ? gogc(value, who) : "a JVM has no such knob; it takes gogc";
        } catch (IllegalArgumentException e) {
            why = "the JVM does not take it: " + e.getMessage();
        }
        if (!why.isEmpty()) {
            KnobChangeEvent.refused(name, value, who, why);
        }
    }

    private String gogc(String value, String who) {
        if (value.equals(OFF)) {
            return off(who);
        }
        int wanted = number(value);
        if (wanted < LEAST || wanted > MOST) {
            return "GOGC is a whole number from " + LEAST + " to " + MOST + ", or off";
        }
        if (flags.on("UseEpsilonGC")) {
            return "Epsilon does not collect";
        }
        if (!soft) {
            ratios(Integer.toString(100 * wanted / (100 + wanted)), who);
        }
        KnobChangeEvent.changed("GOGC", text(), Integer.toString(wanted), who);
        heap = gogc == 0 ? new HeapWatch() : heap;
        gogc = wanted;
        begun = false;
        heap.restart();
        return "";
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The free part of a heap that has grown by GOGC; the lower bound first where it falls, or it would be above the upper. */
    private void ratios(String percent, String who) {
        boolean down = Integer.parseInt(percent) <= Integer.parseInt(flags.value("MaxHeapFreeRatio"));
        flags.set(down ? "MinHeapFreeRatio" : "MaxHeapFreeRatio", percent, who);
        flags.set(down ? "MaxHeapFreeRatio" : "MinHeapFreeRatio", percent, who);
    }

    private String off(String who) {
        if (gogc > 0) {
            KnobChangeEvent.changed("GOGC", text(), OFF, who);
        }
        gogc = 0;
        flags.restore(who);
        return "";
    }

    private String text() {
        return gogc == 0 ? OFF : Integer.toString(gogc);
    }

    /** Puts back what was there before the agent turned anything. */
    public void restore(String who) {
        off(who);
    }

    /** How long the agent's thread may sleep. */
    public long pauseNanos() {
        return gogc == 0 ? Long.MAX_VALUE : System.nanoTime() - turnedAt > IDLE_AFTER ? IDLE_TICK : TICK;
    }

    /** Samples the heap, and steers when a window is over. */
    public void tick() {
        if (gogc == 0) {
            return;
        }
        boolean closed = heap.sample();
        long goal = goal();
        if (soft && goal >= 0) {
            if (!begun) {
                begun = true;
                flags.set(SOFT_MAX, Long.toString(steering.begin(goal)), "loop");
                heap.restart();
            } else if (closed) {
                flags.set(SOFT_MAX, Long.toString(steering.next(goal, heap.peak(), heap.collected(), gcCpu)), "loop");
            }
        }
    }

    private long goal() {
        long live = heap.live();
        return live < 0 ? live : live + live / 100 * gogc;
    }

    /** Tells the session what was measured; called once a second, while the process is not idle, with the collector's CPU time. */
    public void turn(long collectorNanos) {
        long now = System.nanoTime();
        if (collectorNanos > 0 && turnedAt != 0) {
            double share = (collectorNanos - gcNanos)
                    / (double) (now - turnedAt)
                    / Runtime.getRuntime().availableProcessors();
            gcCpu = gcCpu < 0 ? share : (gcCpu + share) / 2;
        }
        gcNanos = collectorNanos;
        turnedAt = now;
        if (gogc > 0) {
            KnobStateEvent e = new KnobStateEvent();
            e.gogc = gogc;
            e.live = heap.live();
            e.goal = goal();
            e.peak = heap.peak();
            e.gcCpu = (float) gcCpu;
            e.state = goal() < 0 ? "no marking" : soft ? steering.state() : "set";
            e.commit();
        }
    }
}
