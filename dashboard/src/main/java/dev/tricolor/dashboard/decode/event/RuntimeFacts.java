package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.DataAmount;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;

/** Collects what the log says about the runtime itself. Not thread-safe. */
final class RuntimeFacts {

    private static final Pattern FEATURE = Pattern.compile("(?:JRE \\()?(\\d+)[.+\\-)]");

    private Collector collector = Collector.UNKNOWN;
    private Optional<Boolean> generational = Optional.empty();
    private OptionalLong jdk = OptionalLong.empty();
    private String version = "";
    private Optional<Instant> started = Optional.empty();
    private OptionalLong maxHeap = OptionalLong.empty();
    private OptionalLong initialHeap = OptionalLong.empty();
    private OptionalLong processors = OptionalLong.empty();
    private List<String> arguments = List.of();
    private final Map<String, String> facts = new LinkedHashMap<>();

    void jvm(String name, String jvmVersion, String jvmArguments, String javaArguments, Instant start) {
        facts.put("JVM: name", name);
        facts.put("JVM: version", jvmVersion);
        version = jvmVersion;
        Matcher m = FEATURE.matcher(jvmVersion);
        int at = jvmVersion.indexOf("JRE (");
        if (at >= 0 ? m.find(at) : m.find()) {
            jdk = OptionalLong.of(Long.parseLong(m.group(1)));
        }
        started = Optional.of(start);
        arguments = Secrets.mask(jvmArguments);
        facts.put("JVM: main", Secrets.mainOnly(javaArguments));
        if (jvmArguments.contains("-XX:+UseEpsilonGC")) {
            collector(Collector.EPSILON, false);
        }
    }

    /** JFR names Epsilon's parts as if it were Serial, so that what the arguments say stands. */
    void collector(Collector c, boolean inGenerations) {
        if (collector != Collector.EPSILON) {
            collector = c;
            generational = Optional.of(inGenerations && c != Collector.EPSILON);
        }
    }

    void heap(long initial, long max) {
        initialHeap = OptionalLong.of(initial);
        maxHeap = OptionalLong.of(max);
    }

    void facts(RecordedEvent event, String group) {
        for (ValueDescriptor field : event.getFields()) {
            if (List.of("startTime", "duration", "eventThread", "stackTrace").contains(field.getName())) {
                continue;
            }
            String label = field.getLabel() == null ? field.getName() : field.getLabel();
            facts.put(group + ": " + label, words(event, field));
        }
        if (event.hasField("hwThreads")) {
            processors = OptionalLong.of(event.getLong("hwThreads"));
        }
    }

    private static String words(RecordedEvent event, ValueDescriptor field) {
        if (field.getAnnotation(jdk.jfr.Timespan.class) != null) {
            Duration d = event.getDuration(field.getName());
            return d.isNegative() ? "not set" : d.toMillis() + " ms";
        }
        Object value = event.getValue(field.getName());
        if (field.getAnnotation(DataAmount.class) != null && value instanceof Number n) {
            return n.longValue() < 0 ? "not set" : n.longValue() + " bytes";
        }
        return value == null ? "not told" : String.valueOf(value);
    }

    RuntimeInfo info() {
        return new RuntimeInfo(
                collector,
                generational,
                jdk,
                version,
                started,
                maxHeap,
                initialHeap,
                processors,
                arguments,
                Collections.unmodifiableMap(new LinkedHashMap<>(facts)));
    }
}
