package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one session's figures, each with its instrument. */
@Command(
        name = "show",
        description = "Shows the figures of one session, each with the instrument it comes from.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SESSION",
            description = "The beginning of its id, or its name (then the newest of that name).")
    private String wanted;

    @Mixin
    private JsonOption json;

    @Mixin
    private ClientOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        try (DashboardAccess access = options.toRead()) {
            String id = choose(access.client().find(java.util.Map.of()));
            JsonNode answer = access.client().session(id);
            if (json.wanted()) {
                output.json(answer);
            } else {
                output.text(text(answer));
                if (access.own().isEmpty()) {
                    output.text(access.client().page(id).toString());
                }
            }
        }
        return ExitCode.FINE;
    }

    private String choose(List<JsonNode> sessions) {
        List<String> named = sessions.stream()
                .filter(s -> s.path("name").asText().equals(wanted))
                .map(s -> s.path("id").asText())
                .toList();
        List<String> byId = sessions.stream()
                .map(s -> s.path("id").asText())
                .filter(id -> id.startsWith(wanted))
                .toList();
        if (byId.size() > 1 && named.isEmpty()) {
            throw Complaint.usage(
                    "\"" + wanted + "\" begins the ids of " + byId.size() + " sessions",
                    byId.stream().map(id -> id.substring(0, 13)).collect(Collectors.joining(", ")));
        }
        return byId.stream()
                .findFirst()
                .or(() -> named.stream().findFirst())
                .orElseThrow(() -> Complaint.usage("no session \"" + wanted + "\"", "tricolor sessions lists them"));
    }

    private static String text(JsonNode answer) {
        JsonNode session = answer.path("session");
        StringBuilder text = new StringBuilder();
        text.append(session.path("name").asText())
                .append("  ")
                .append(session.path("id").asText())
                .append("  ")
                .append(session.path("state").asText())
                .append('\n')
                .append(session.at("/heading/collector").asText())
                .append(", ")
                .append(session.at("/heading/version").asText())
                .append("\n\n");
        Table table = new Table().words("figure").numbers("value").words("instrument");
        figures(
                "",
                answer.path("summary"),
                (name, figure) -> table.row(List.of(
                        name,
                        FigureText.of(figure, table),
                        brief(figure.path("instrument").asText("")))));
        text.append(table);
        List<String> problems = new ArrayList<>();
        session.path("problems").forEach(p -> problems.add(p.asText()));
        problems.forEach(problem -> text.append("problem: ").append(problem).append('\n'));
        return text.toString();
    }

    /** The instrument without its small print, which JSON and the pages have. */
    private static String brief(String instrument) {
        return instrument.replaceFirst(";.*", "");
    }

    /** All figures of the summary, named by where they are: {@code pauses max}. */
    private static void figures(String path, JsonNode node, BiConsumer<String, JsonNode> each) {
        node.properties().forEach(field -> {
            String name = (path + " " + field.getKey()).strip();
            if (FigureText.isOne(field.getValue())) {
                if (!field.getValue().path("value").isContainerNode()) {
                    each.accept(name, field.getValue());
                }
            } else if (field.getValue().isObject()) {
                figures(name, field.getValue(), each);
            }
        });
    }
}
