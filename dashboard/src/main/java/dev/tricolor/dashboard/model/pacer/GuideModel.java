package dev.tricolor.dashboard.model.pacer;

import java.util.ArrayList;
import java.util.List;

/**
 * The simple model behind the graphs of Go's guide to its collector: the world is stopped while it marks, roots cost
 * nothing, a cycle begins exactly at the goal. CPU time, on one processor.
 */
public final class GuideModel {

    private static final double MIB = HeapGoal.MIB;
    private static final double MIN_GOAL = 4 * MIB;
    private static final double LEAST_ROOM = MIB / 16;
    private static final int MOST_CYCLES = 20_000;

    /**
     * A part of the guide's workloads.
     *
     * @param survivors bytes that become live in it
     * @param deaths bytes that were live and die in it
     */
    public record Phase(double seconds, double allocationBytesPerSecond, double survivors, double deaths) {}

    /**
     * What the model takes as given.
     *
     * @param scanBytesPerSecond of live heap
     * @param fixedSeconds of each cycle
     * @param otherBytes that are no heap
     */
    public record Cost(double scanBytesPerSecond, double fixedSeconds, double otherBytes) {

        /** The guide's own: 1024 MiB/s and 0.04 s. */
        public static Cost ofTheGuide(double otherMib) {
            return new Cost(1024 * MIB, 0.04, otherMib * MIB);
        }
    }

    /** 20 MiB live after one second, then nine more at 20 MiB/s of which nothing survives. */
    public static List<Phase> steadyState() {
        return List.of(new Phase(1, 20 * MIB, 20 * MIB, 0), new Phase(9, 20 * MIB, 0, 0));
    }

    private final Knobs knobs;
    private final Cost cost;
    private final List<SimulatedRun.Point> points = new ArrayList<>();
    private double seconds;
    private double live;
    private double fresh;
    private double comingLive;
    private double goal;
    private double gcSeconds;
    private double programSeconds;
    private double peak;
    private int cycles;

    private GuideModel(Knobs knobs, Cost cost) {
        this.knobs = knobs;
        this.cost = cost;
        goal = goal(MIN_GOAL / (1 + Math.max(knobs.gogc(), 0) / 100.0));
    }

    public static SimulatedRun run(Knobs knobs, Cost cost, List<Phase> phases) {
        return new GuideModel(knobs, cost).run(phases);
    }

    private SimulatedRun run(List<Phase> phases) {
        point();
        for (Phase phase : phases) {
            run(phase);
            point();
        }
        return new SimulatedRun(
                cycles,
                seconds,
                programSeconds,
                gcSeconds,
                0,
                0,
                peak,
                peak + cost.otherBytes(),
                cycles < MOST_CYCLES,
                List.copyOf(points));
    }

    private void run(Phase phase) {
        double left = phase.seconds();
        while (left > 0 && cycles < MOST_CYCLES) {
            double bytes = left * phase.allocationBytesPerSecond();
            boolean collects = live + fresh + bytes > goal;
            if (collects) {
                bytes = goal - live - fresh;
            }
            double time = bytes / phase.allocationBytesPerSecond();
            left = collects ? left - time : 0;
            fresh += bytes;
            seconds += time;
            programSeconds += time;
            peak = Math.max(peak, live + fresh);
            comingLive += (phase.survivors() - phase.deaths()) * time / phase.seconds();
            if (collects) {
                collect();
            }
        }
    }

    private void collect() {
        point();
        live += comingLive;
        comingLive = 0;
        fresh = 0;
        double time = live / cost.scanBytesPerSecond() + cost.fixedSeconds();
        seconds += time;
        gcSeconds += time;
        cycles++;
        point();
        goal = goal(live);
        point();
    }

    private double goal(double ofLive) {
        boolean off = knobs.gogc() == Knobs.OFF;
        double byGogc = off ? Double.POSITIVE_INFINITY : ofLive * (1 + knobs.gogc() / 100.0);
        double byLimit = knobs.memoryLimitBytes() == Long.MAX_VALUE
                ? Double.POSITIVE_INFINITY
                : knobs.memoryLimitBytes() - cost.otherBytes();
        double smaller = Math.min(byGogc, byLimit);
        return Math.max(off ? smaller : Math.max(smaller, MIN_GOAL), ofLive + LEAST_ROOM);
    }

    private void point() {
        points.add(new SimulatedRun.Point(seconds, live + fresh, live, goal, goal, false));
    }
}
