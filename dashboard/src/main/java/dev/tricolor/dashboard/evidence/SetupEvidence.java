package dev.tricolor.dashboard.evidence;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.Setup;
import java.util.List;
import java.util.Map;

/**
 * What the invocations of one setup say.
 *
 * @param key names it within the run
 * @param label such as {@code g1 17}
 * @param headroom the heap as a multiple of the smallest in which G1 completes the same work
 * @param headroomOfOwn the same of this collector's own smallest heap
 * @param planned invocations
 * @param finished of them, whatever the outcome
 * @param ok of them
 * @param outcomes in words
 * @param checksum the same in all, or missing
 * @param baseline whether the ratios of the others are taken against it
 * @param metrics by {@link Metric#id()}, over successful invocations
 * @param ratios to the baseline by {@link Metric#id()}; missing where the baseline has none, or the value is 0
 * @param lboTime see {@link Lbo}
 * @param lboCpu see {@link Lbo}
 * @param service all invocations' steps from their actual start
 * @param response all invocations' steps from their intended start
 * @param sessions of its rows, by invocation
 */
public record SetupEvidence(
        String key,
        String label,
        Setup setup,
        Figure<Double> headroom,
        Figure<Double> headroomOfOwn,
        int planned,
        int finished,
        int ok,
        String outcomes,
        Figure<String> checksum,
        boolean baseline,
        Map<String, Figure<Estimate>> metrics,
        Map<String, Figure<Ratio>> ratios,
        Figure<Estimate> lboTime,
        Figure<Estimate> lboCpu,
        Figure<SteadyState> steady,
        Figure<MergedLatency> service,
        Figure<MergedLatency> response,
        List<String> sessions) {}
