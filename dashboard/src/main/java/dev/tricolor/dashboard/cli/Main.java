package dev.tricolor.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tricolor.dashboard.run.BadRunException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Not System.exit alone: a command that serves ends with its last thread, or with Ctrl-C.
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), args));
    }

    /** Runs one command and answers its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new TricolorCommand());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(Terminal.ofProcess().colours());
        line.setParameterExceptionHandler((e, a) -> complain(e.getCommandLine(), usage(e), ExitCode.USAGE));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        return line.execute(args);
    }

    private static int failed(Exception e, CommandLine command) {
        if (System.getenv("TRICOLOR_DEBUG") != null) {
            e.printStackTrace(command.getErr());
        }
        if (e instanceof Complaint c) {
            return complain(command, String.valueOf(c.getMessage()), c.exitCode());
        }
        if (e instanceof BadRunException b) {
            return complain(command, Complaint.line(String.valueOf(b.getMessage()), b.hint()), ExitCode.USAGE);
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return complain(command, message + " (TRICOLOR_DEBUG=1 shows where)", ExitCode.COULD_NOT_RUN);
    }

    private static int complain(CommandLine command, String line, int exitCode) {
        command.getErr().println("tricolor: " + line);
        command.getErr().flush();
        return exitCode;
    }

    private static String usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return first + ": see " + command.getCommandSpec().qualifiedName() + " --help";
    }
}
