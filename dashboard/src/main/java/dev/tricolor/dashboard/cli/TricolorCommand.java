package dev.tricolor.dashboard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The root: says what there is. */
@Command(
        name = "tricolor",
        description = "Shows what a JVM's garbage collector does and what it costs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:a budget or an invariant is broken",
            "2:the command line asks for what cannot be",
            "3:could not run"
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            RunCommand.class,
            WorkloadsCommand.class,
            AttachCommand.class,
            WatchCommand.class,
            ImportCommand.class,
            SessionsCommand.class,
            ShowCommand.class,
            ReportCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        })
final class TricolorCommand implements Runnable {

    @Override
    public void run() {
        throw Complaint.usage("no command given", "demo, serve, run, attach, ... see tricolor --help");
    }
}
