package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the sessions. */
@Command(
        name = "sessions",
        description = "Lists the sessions, newest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SessionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Mixin
    private ClientOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        try (DashboardAccess access = options.toRead()) {
            List<JsonNode> sessions = access.client().sessions();
            if (json.wanted()) {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                sessions.forEach(all::add);
                output.json(all);
            } else if (sessions.isEmpty()) {
                output.text("no sessions yet: tricolor demo makes some, tricolor attach looks at an application");
            } else {
                output.text(table(sessions));
            }
        }
        return ExitCode.FINE;
    }

    private static String table(List<JsonNode> sessions) {
        Table table = new Table()
                .words("session", "name", "state", "opened", "JDK", "collector")
                .numbers("cycles", "pauses", "pause max", "log");
        for (JsonNode each : sessions) {
            JsonNode session = each.path("session");
            JsonNode summary = each.path("summary");
            table.row(List.of(
                    session.path("id").asText().substring(0, 8),
                    session.path("name").asText(),
                    session.path("state").asText(),
                    WHEN.format(Instant.ofEpochSecond(session.path("opened").asLong())),
                    session.at("/heading/jdk").asText("-"),
                    session.at("/heading/collector").asText("-"),
                    FigureText.of(summary.path("cycles"), table),
                    FigureText.of(summary.path("pauses"), table),
                    FigureText.of(summary.path("pauseMax"), table),
                    Units.bytes(session.path("bytes").asDouble())));
        }
        return table.toString();
    }
}
