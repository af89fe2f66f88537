package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tricolor.dashboard.run.Home;
import dev.tricolor.dashboard.run.WorkloadCatalog;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the canned workloads: what each does, what it exposes, its knobs. */
@Command(
        name = "workloads",
        description = "Lists the canned workloads, what each exposes, and its knobs.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WorkloadsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Output output = new Output(spec);
        List<JsonNode> workloads = WorkloadCatalog.of(Home.find()).all();
        if (json.wanted()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            workloads.forEach(all::add);
            output.json(all);
            return ExitCode.FINE;
        }
        for (JsonNode workload : workloads) {
            output.text(workload.path("name").asText() + ": "
                    + workload.path("summary").asText());
            output.text("exposes " + workload.path("exposes").asText() + "\n");
            Table knobs = new Table().words("  knob", "default", "meaning");
            for (JsonNode knob : workload.path("knobs")) {
                knobs.row(List.of(
                        "  " + knob.path("name").asText(),
                        knob.path("default").isTextual() ? knob.path("default").asText() : "-",
                        knob.path("meaning").asText()));
            }
            output.text(knobs + "\n");
        }
        return ExitCode.FINE;
    }
}
