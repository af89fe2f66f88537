package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.model.pacer.AllocationTrace;
import dev.tricolor.dashboard.model.pacer.Costs;
import dev.tricolor.dashboard.model.pacer.GuideModel;
import dev.tricolor.dashboard.model.pacer.Knobs;
import dev.tricolor.dashboard.model.pacer.Release;
import dev.tricolor.dashboard.model.pacer.SimulatedRun;
import dev.tricolor.dashboard.model.pacer.Simulation;
import io.javalin.http.Context;
import java.util.List;

/**
 * What a page asks the pacer model: {@code model=1.26|1.19|guide}, {@code gogc=100|off}, {@code limit=} (bytes, or {@code
 * off}), and the program: {@code live=}, {@code rate=}, {@code scan=}, {@code other=} in bytes, {@code seconds=}, {@code
 * processors=}, and {@code busy=}, the processors that its own work takes at that rate.
 */
record PacerRequest(
        String model,
        Knobs knobs,
        double liveBytes,
        double allocationBytesPerSecond,
        double scanBytesPerCpuSecond,
        long otherBytes,
        double seconds,
        int processors,
        double busyProcessors) {

    private static final double GIB = 1L << 30;
    private static final double MIB = 1 << 20;
    private static final long STACK_BYTES = 64 << 10;
    private static final long GLOBAL_BYTES = 160 << 10;
    private static final long CACHED_BYTES_A_PROCESSOR = 64 << 10;

    static PacerRequest of(Context ctx) {
        String model = text(ctx, "model", "1.26");
        if (!List.of("1.26", "1.19", "guide").contains(model)) {
            throw Problem.badRequest("model=\"" + model + "\" is not one of 1.26, 1.19, guide.");
        }
        try {
            return new PacerRequest(
                    model,
                    new Knobs(gogc(text(ctx, "gogc", "100")), limit(text(ctx, "limit", "off"))),
                    number(ctx, "live", 20 * MIB, MIB / 16, 256 * GIB),
                    number(ctx, "rate", 20 * MIB, MIB / 1024, 64 * GIB),
                    number(ctx, "scan", GIB, MIB, 1024 * GIB),
                    (long) number(ctx, "other", 0, 0, 256 * GIB),
                    number(ctx, "seconds", 10, 0.1, 3600),
                    (int) number(ctx, "processors", 2, 1, 1024),
                    number(ctx, "busy", 1, 0.01, 1024));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".");
        }
    }

    SimulatedRun run() {
        if (model.equals("guide")) {
            double rate = allocationBytesPerSecond;
            double fill = Math.min(seconds, liveBytes / rate);
            return GuideModel.run(
                    knobs,
                    new GuideModel.Cost(scanBytesPerCpuSecond, 0.04, otherBytes),
                    List.of(
                            new GuideModel.Phase(fill, rate, fill * rate, 0),
                            new GuideModel.Phase(Math.max(0, seconds - fill), rate, 0, 0)));
        }
        Costs costs = new Costs(
                processors,
                (int) Math.ceil(busyProcessors),
                allocationBytesPerSecond / busyProcessors,
                scanBytesPerCpuSecond,
                0,
                STACK_BYTES,
                GLOBAL_BYTES,
                CACHED_BYTES_A_PROCESSOR * processors,
                otherBytes);
        return Simulation.run(
                model.equals("1.19") ? Release.GO_1_19 : Release.GO_1_26,
                knobs,
                costs,
                AllocationTrace.steady(liveBytes, 1, allocationBytesPerSecond * seconds, seconds));
    }

    private static String text(Context ctx, String name, String otherwise) {
        String text = ctx.queryParam(name);
        return text == null || text.isEmpty() ? otherwise : text;
    }

    private static int gogc(String text) {
        if (text.equals("off")) {
            return Knobs.OFF;
        }
        double value = parsed("gogc", text);
        if (value != Math.rint(value) || value < 0 || value > Knobs.MAX_GOGC) {
            throw Problem.badRequest(
                    "gogc=\"" + text + "\" is not a whole number from 0 to " + Knobs.MAX_GOGC + ", or off.");
        }
        return (int) value;
    }

    private static long limit(String text) {
        if (text.equals("off")) {
            return Long.MAX_VALUE;
        }
        double value = parsed("limit", text);
        if (!(value >= 1 && value <= 1024 * GIB)) {
            throw Problem.badRequest("limit=\"" + text + "\" is not a size in bytes up to 1 TiB, or off.");
        }
        return (long) value;
    }

    private static double number(Context ctx, String name, double otherwise, double min, double max) {
        String text = ctx.queryParam(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        double value = parsed(name, text);
        if (!(value >= min && value <= max)) {
            throw Problem.badRequest(name + "=\"" + text + "\" must be " + plain(min) + " to " + plain(max) + ".");
        }
        return value;
    }

    private static double parsed(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(name + "=\"" + text + "\" is not a number.");
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
