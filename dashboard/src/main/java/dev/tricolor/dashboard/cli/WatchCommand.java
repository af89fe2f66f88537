package dev.tricolor.dashboard.cli;

import ch.qos.logback.classic.Level;
import dev.tricolor.dashboard.watch.WatchedProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs any Go program as it is and shows its collector. */
@Command(
        name = "watch",
        description =
                "Runs any Go program with GODEBUG=gctrace=1 and shows its collector; what it prints and its exit code"
                        + " stay as they are.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "the program's:128 and the signal's number where a signal ended it",
            "2:the command line asks for what cannot be",
            "3:there is no dashboard to send to",
            "126:the program cannot be run",
            "127:there is no such program"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WatchCommand implements Callable<Integer> {

    private CommandSpec spec;

    @Spec
    void spec(CommandSpec given) {
        spec = given;
        spec.parser().stopAtPositional(true); // what follows the program's name is the program's
    }

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The program and its arguments, after --.")
    private List<String> command = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call the session (default: the program's name).")
    private @Nullable String name;

    @Option(names = "--keep-trace", description = "Leave the trace lines in what the program prints.")
    private boolean keepTrace;

    @Option(names = "--quiet", description = "Say nothing on standard error but what the program says.")
    private boolean quiet;

    @Option(names = "--patience", hidden = true, defaultValue = "10", paramLabel = "SECONDS")
    private int patienceSeconds;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The dashboard to send to (default: the one that has the data folder, or a new one).")
    private @Nullable URI url;

    @Mixin
    private DashboardOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        silenceLogs();
        try (DashboardAccess access = dashboard()) {
            DashboardClient client = access.client();
            WatchedProgram program = new WatchedProgram(
                    new WatchedProgram.Settings(command, called(), keepTrace, Duration.ofSeconds(patienceSeconds)),
                    client.agentAddress(),
                    client.token(),
                    line -> {
                        if (!quiet) {
                            output.note("tricolor: " + line);
                        }
                    });
            if (!quiet && Terminal.ofProcess().err()) { // elsewhere the program's own words stay alone
                output.note("tricolor: " + client.page(program.session()));
            }
            return program.run();
        } catch (WatchedProgram.NotStartedException e) {
            output.note("tricolor: " + e.getMessage());
            return e.exitCode();
        }
    }

    private DashboardAccess dashboard() throws Exception {
        if (url == null) {
            return DashboardAccess.findOrStart(options, line -> {});
        }
        DashboardClient client = new DashboardClient(url, options.token());
        if (!client.answers()) {
            throw Complaint.couldNotRun("no Tricolor dashboard answers at " + url, "tricolor serve starts one");
        }
        return new DashboardAccess(client, Optional.empty());
    }

    private String called() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        Path file = Path.of(command.get(0)).getFileName();
        return file == null ? command.get(0) : file.toString();
    }

    /** Our own log goes to standard error, which is the program's here. */
    private static void silenceLogs() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }
}
