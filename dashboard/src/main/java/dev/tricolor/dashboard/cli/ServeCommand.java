package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.Home;
import dev.tricolor.dashboard.web.WebOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a dashboard until it is ended. */
@Command(
        name = "serve",
        description = "Starts the dashboard and serves until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DashboardOptions options;

    @Override
    public Integer call() throws Exception {
        WebOptions web = options.web();
        Optional<DataFolder> folder = DataFolder.take(options.data());
        if (folder.isEmpty()) {
            throw Complaint.couldNotRun(
                    "a dashboard with " + options.data() + " runs at "
                            + DashboardAccess.running(options.data(), options.token())
                                    .base(),
                    "use that one, or another folder with --data DIR");
        }
        Dashboard dashboard = start(folder.get(), web);
        UntilEnded.closing(dashboard);
        Output output = new Output(spec);
        output.text("Tricolor: " + dashboard.uri());
        output.text("sessions in " + options.data());
        output.text("to look at an application, start it with -javaagent:"
                + Home.find().agentJar() + "=" + new DashboardClient(dashboard.uri(), web.token()).agentAddress()
                + ",name=NAME or use tricolor attach");
        UntilEnded.forever();
        return ExitCode.FINE;
    }

    private static Dashboard start(DataFolder folder, WebOptions web) throws Exception {
        try {
            return Dashboard.start(folder, web);
        } catch (IllegalStateException portTaken) {
            folder.close();
            throw Complaint.couldNotRun(String.valueOf(portTaken.getMessage()), "");
        }
    }
}
