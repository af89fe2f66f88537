package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.gc.Collector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A collector that can be asked for by name, with the flags that select it. */
public enum CollectorChoice {
    SERIAL(Collector.SERIAL, "serial", "-XX:+UseSerialGC", 1, 999),
    PARALLEL(Collector.PARALLEL, "parallel", "-XX:+UseParallelGC", 1, 999),
    G1(Collector.G1, "g1", "-XX:+UseG1GC", 9, 999),
    /** Without generations up to 22, with them from 23 on: what the flag alone means there. */
    ZGC(Collector.ZGC, "zgc", "-XX:+UseZGC", 15, 999),
    /** 21 and 22 have both modes and default to the one without generations. */
    ZGC_GENERATIONAL(Collector.ZGC, "zgc-generational", "-XX:+UseZGC -XX:+ZGenerational", 21, 22),
    SHENANDOAH(Collector.SHENANDOAH, "shenandoah", "-XX:+UseShenandoahGC", 15, 999),
    SHENANDOAH_GENERATIONAL(
            Collector.SHENANDOAH_GENERATIONAL,
            "shenandoah-generational",
            "-XX:+UseShenandoahGC -XX:ShenandoahGCMode=generational",
            24,
            999),
    /** Never collects: a program that outgrows the heap ends. Not a zero-cost baseline either. */
    EPSILON(Collector.EPSILON, "epsilon", "-XX:+UseEpsilonGC", 11, 999);

    private final Collector collector;
    private final String id;
    private final String flags;
    private final int from;
    private final int to;

    CollectorChoice(Collector collector, String id, String flags, int from, int to) {
        this.collector = collector;
        this.id = id;
        this.flags = flags;
        this.from = from;
        this.to = to;
    }

    public Collector collector() {
        return collector;
    }

    /** The word on the command line and in JSON. */
    public String id() {
        return id;
    }

    /** Whether that feature release has it, as far as one can tell from the number alone. */
    public boolean existsIn(int feature) {
        return from <= feature && feature <= to;
    }

    /** The feature releases that have it, in words. */
    public String releases() {
        if (to != 999) {
            return "only JDK " + from + " to " + to + " have it";
        }
        return from > Jdk.OLDEST ? "it needs JDK " + from + " or newer" : "not every vendor builds it";
    }

    /** The JVM's arguments that select it. */
    public List<String> flags(int feature) {
        List<String> all = new ArrayList<>();
        boolean experimental = this == EPSILON || (this == SHENANDOAH_GENERATIONAL && feature < 25);
        if (experimental) {
            all.add("-XX:+UnlockExperimentalVMOptions");
        }
        all.addAll(Arrays.asList(flags.split(" ")));
        return List.copyOf(all);
    }

    /**
     * The collector of that name.
     *
     * @throws BadRunException where there is none
     */
    public static CollectorChoice of(String word) {
        return Arrays.stream(values())
                .filter(c -> c.id.equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new BadRunException("no collector \"" + word + "\"", "one of " + names(), "collectors"));
    }

    /** Those that at least one of the JDKs has; not Epsilon, which never collects. */
    public static List<CollectorChoice> inAnyOf(List<Jdk> jdks, Function<Jdk, Set<CollectorChoice>> supported) {
        return Arrays.stream(values())
                .filter(c -> c != EPSILON)
                .filter(c -> jdks.stream().anyMatch(jdk -> supported.apply(jdk).contains(c)))
                .toList();
    }

    private static String names() {
        return Arrays.stream(values()).map(CollectorChoice::id).collect(Collectors.joining(", "));
    }
}
