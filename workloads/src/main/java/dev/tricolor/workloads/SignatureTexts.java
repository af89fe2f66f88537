package dev.tricolor.workloads;

import dev.tricolor.workloads.spec.Evidence;
import dev.tricolor.workloads.spec.Measure;
import dev.tricolor.workloads.spec.Signature;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a signature is described to programs. */
final class SignatureTexts {
    private SignatureTexts() {}

    static Map<String, @Nullable Object> asMap(Signature signature) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("collector", signature.collector());
        map.put("minimumJdk", signature.minimumJdk());
        map.put("flags", signature.flags());
        map.put("arguments", signature.arguments());
        map.put("benignFlags", signature.benignFlags());
        map.put("benignArguments", signature.benignArguments());
        map.put(
                "evidence",
                signature.evidence().stream().map(SignatureTexts::asMap).toList());
        return map;
    }

    private static Map<String, @Nullable Object> asMap(Evidence evidence) {
        Measure measure = evidence.measure();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("text", evidence.toString());
        map.put("statistic", measure.statistic().name().toLowerCase(Locale.ROOT));
        map.put("event", measure.event());
        map.put("where", measure.where());
        map.put("field", measure.field());
        map.put(
                "comparison",
                evidence.comparison().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        map.put("threshold", Double.toString(evidence.threshold()));
        return map;
    }
}
