package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.MutatorThreads;
import dev.tricolor.dashboard.analysis.SessionSummary;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.web.contrast.Comparison;
import dev.tricolor.dashboard.web.contrast.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a comparison out of sessions: labels them so that they can be told apart, cuts each to its workload's run. */
final class Subjects {

    private static final long MIB = 1 << 20;
    private static final Pattern GO_VERSION = Pattern.compile("go(1\\.\\d+)");

    private final Sessions sessions;
    private final Summaries summaries = new Summaries();

    Subjects(Sessions sessions) {
        this.sessions = sessions;
    }

    Comparison compare(List<SessionLog> logs) {
        List<Timelines.Snapshot> snapshots =
                logs.stream().map(sessions::snapshot).toList();
        List<String> labels = labels(logs, snapshots);
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            subjects.add(subject(logs.get(i), snapshots.get(i), labels.get(i)));
        }
        return new Comparison(List.copyOf(subjects));
    }

    /** Sessions that have their labels already. */
    Comparison compare(Map<SessionLog, String> labelled) {
        List<Subject> subjects = new ArrayList<>();
        labelled.forEach((log, label) -> subjects.add(subject(log, sessions.snapshot(log), label)));
        return new Comparison(List.copyOf(subjects));
    }

    /** Changes whenever the comparison does. */
    String state(Comparison c) {
        StringBuilder state = new StringBuilder();
        for (Subject s : c.subjects()) {
            state.append(s.key()).append(s.state()).append(s.label());
            state.append(sessions.version(s.id())).append(' ');
        }
        return state.toString();
    }

    private Subject subject(SessionLog log, Timelines.Snapshot s, String label) {
        Timeline all = s.timeline();
        SessionSummary summary = summaries.of(log.meta().id(), s);
        Interval window = SessionSummary.measured(all) instanceof Figure.Known<Interval> k
                ? k.value()
                : new Interval(Instant.EPOCH, Instant.EPOCH);
        return new Subject(
                log.meta().id(),
                log.meta().name(),
                label,
                RecordedElsewhere.words(log.meta()),
                SessionState.of(log, Instant.now()).label(),
                all.within(window),
                window,
                MutatorThreads.of(all),
                summary);
    }

    /** Collector and JDK or Go; where that is not enough also the heap or GOGC, then the name, then a number. */
    private static List<String> labels(List<SessionLog> logs, List<Timelines.Snapshot> snapshots) {
        List<String> labels = new ArrayList<>();
        for (Timelines.Snapshot s : snapshots) {
            labels.add(collectorAndJdk(s.timeline().runtime()));
        }
        tellApart(labels, i -> heap(snapshots.get(i).timeline()));
        tellApart(labels, i -> logs.get(i).meta().name());
        tellApart(labels, i -> "#" + (i + 1));
        for (int i = 0; i < labels.size(); i++) {
            if (!RecordedElsewhere.words(logs.get(i).meta()).isEmpty()) {
                labels.set(i, labels.get(i) + ", elsewhere");
            }
        }
        return labels;
    }

    private interface Detail {
        String of(int index);
    }

    /** Adds the detail to labels that occur more than once, where the detail tells at least two of them apart. */
    private static void tellApart(List<String> labels, Detail detail) {
        Map<String, List<Integer>> same = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            same.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(i);
        }
        for (List<Integer> group : same.values()) {
            if (group.stream().map(detail::of).distinct().count() > 1) {
                group.forEach(i -> labels.set(i, labels.get(i) + " " + detail.of(i)));
            }
        }
    }

    private static String collectorAndJdk(RuntimeInfo r) {
        OptionalLong jdk = r.jdk();
        if (r.collector() == Collector.GO) {
            Matcher m = GO_VERSION.matcher(r.version());
            return r.collector().label() + (m.find() ? " " + m.group(1) : "");
        }
        return r.collector().label() + (jdk.isPresent() ? " " + jdk.getAsLong() : "");
    }

    private static String heap(Timeline t) {
        OptionalLong max = t.runtime().maxHeap();
        OptionalLong limit = t.go().settings().memoryLimit();
        String gogc = t.go().settings().gogcInWords().map(g -> "GOGC " + g).orElse("");
        if (limit.isPresent()) {
            return gogc + " limit " + limit.getAsLong() / MIB + "m";
        }
        return max.isPresent() ? "-Xmx" + max.getAsLong() / MIB + "m" : gogc;
    }
}
