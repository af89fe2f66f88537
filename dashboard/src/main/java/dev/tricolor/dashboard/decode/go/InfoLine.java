package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.decode.event.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What runs: the log's first line. */
final class InfoLine implements GoLine {

    @Override
    public String type() {
        return "info";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        out.begins(Fields.instant(line, "start"), at);
        GoFacts facts = out.facts();
        facts.version(Fields.text(line, "go"));
        Fields.instant(line, "start").ifPresent(facts::started);
        Fields.number(line, "procs").ifPresent(facts::processors);
        Fields.number(line, "gogc").ifPresent(facts::gogc);
        Fields.number(line, "memlimit").ifPresent(facts::memoryLimit);
        if (line.path("greentea").isBoolean()) {
            facts.greenTea(line.path("greentea").asBoolean());
        }
        if (line.path("control").isBoolean()) {
            facts.fact("agent: Control", line.path("control").asText());
        }
        facts.fact("observer: written by", Fields.text(line, "agent"));
        Fields.number(line, "intervalNs").ifPresent(ns -> facts.fact("observer: interval", ns / 1_000_000 + " ms"));
        facts.fact("Go: system", system(line));
        Fields.number(line, "cpus").ifPresent(n -> facts.fact("Go: processors of the machine", Long.toString(n)));
        facts.fact("Go: GODEBUG", Fields.text(line, "godebug"));
        program(line).ifPresent(p -> facts.fact("Go: program", p));
        line.path("missing")
                .properties()
                .forEach(e ->
                        facts.fact("not measured: " + e.getKey(), e.getValue().asText()));
    }

    private static String system(JsonNode line) {
        String os = Fields.text(line, "goos");
        String arch = Fields.text(line, "goarch");
        return os.isEmpty() && arch.isEmpty() ? "" : os + "/" + arch;
    }

    private static Optional<String> program(JsonNode line) {
        List<String> words = new ArrayList<>();
        line.path("args").forEach(a -> words.add(a.asText().replaceAll("\\s+", "_")));
        return words.isEmpty() ? Optional.empty() : Optional.of(Secrets.mainOnly(String.join(" ", words)));
    }
}
