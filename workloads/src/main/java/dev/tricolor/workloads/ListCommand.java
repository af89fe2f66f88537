package dev.tricolor.workloads;

import dev.tricolor.workloads.report.Json;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code workloads}: every workload, what it exposes, and its knobs. */
final class ListCommand {
    private ListCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage().description("Lists the workloads, what each exposes, and its knobs.");
        spec.addOption(OptionSpec.builder("--json")
                .type(boolean.class)
                .description("as one JSON line")
                .build());
        return spec;
    }

    static int run(ParseResult parsed) {
        if (parsed.hasMatchedOption("--json")) {
            System.out.println(
                    Json.of(Workloads.ALL.stream().map(ListCommand::asMap).toList()));
        } else {
            Workloads.ALL.forEach(ListCommand::print);
        }
        return Exit.FINE;
    }

    private static void print(Workload workload) {
        System.out.println(workload.name() + ": " + workload.summary());
        System.out.println("  exposes " + workload.exposes());
        for (Knob knob : workload.knobs()) {
            System.out.printf("  --%-12s %s%s%n", knob.name(), knob.meaning(), KnobTexts.boundsAndDefault(knob));
        }
        System.out.println();
    }

    private static Map<String, @Nullable Object> asMap(Workload workload) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", workload.name());
        map.put("summary", workload.summary());
        map.put("exposes", workload.exposes());
        List<Map<String, @Nullable Object>> knobs =
                workload.knobs().stream().map(KnobTexts::asMap).toList();
        map.put("knobs", knobs);
        map.put(
                "signatures",
                workload.signatures().stream().map(SignatureTexts::asMap).toList());
        return map;
    }
}
