package dev.tricolor.dashboard.run;

import java.util.List;
import java.util.Map;

/** What a row runs in: a JVM or a Go program, set up in one way. */
sealed interface Target permits JvmTarget, GoTarget {

    /** Such as {@code g1} or {@code go}. */
    String collector();

    /** The JDK's feature release or Go's, such as {@code 17} or {@code 1.26}. */
    String runtime();

    /** Such as {@code 17.0.15} or {@code 1.26.8}. */
    String version();

    /** By which it is found again when a run is resumed. */
    String home();

    /** {@link dev.tricolor.dashboard.results.GoTuning#text()}; empty for a JVM. */
    String tuning();

    /** Of the heap, or of the memory that it is compared at; 0 where there is none. */
    long heapBytes();

    /** The end of a session's name, such as {@code g1-17} or {@code go-1.26-gogc100}. */
    String name();

    /** What the session is labelled with besides the row's own labels. */
    Map<String, String> labels();

    /** The workload with the agent in it. */
    Launch launch(Home home, String workload, List<String> arguments, Reporting reporting);

    /** The same without the agent, where only the end of it counts. */
    Launch bare(Home home, String workload, List<String> arguments);
}
