package dev.tricolor.workloads;

import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Workload;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: one subcommand per workload, and {@code workloads}, which lists them (one of them is called {@code list}). */
public final class Main {
    private static final String NAME = "tricolor-workloads";

    private Main() {}

    public static void main(String[] arguments) {
        EndWithStdin.ifAsked();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandSpec root = CommandSpec.create().name(NAME).mixinStandardHelpOptions(true);
        root.usageMessage().description("Canned allocation workloads, deterministic from a seed.");
        root.version(NAME + " " + version());
        root.addSubcommand("workloads", ListCommand.spec());
        for (Workload workload : Workloads.ALL) {
            root.addSubcommand(workload.name(), spec(workload));
        }
        CommandLine line = new CommandLine(root)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, given) -> usageError(problem))
                .setExecutionStrategy(Main::execute);
        line.setExitCodeExceptionMapper(exitCodes());
        return line;
    }

    private static CommandSpec spec(Workload workload) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(workload).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(literally(workload.summary()), literally("Exposes " + workload.exposes() + "."));
        for (Knob knob : workload.knobs()) {
            spec.addOption(OptionSpec.builder("--" + knob.name())
                    .type(String.class)
                    .paramLabel(knob.kind().name())
                    .description(literally(knob.meaning() + KnobTexts.boundsAndDefault(knob)))
                    .build());
        }
        spec.addOption(OptionSpec.builder("--progress")
                .type(boolean.class)
                .description("a line on standard error about once a second")
                .build());
        return spec;
    }

    /** picocli takes descriptions for format strings. */
    private static String literally(String text) {
        return text.replace("%", "%%");
    }

    private static int execute(CommandLine.ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (!parsed.hasSubcommand()) {
            return Exit.usage("say which workload; 'workloads' shows them all");
        }
        CommandLine.ParseResult command = parsed.subcommand();
        Object what = command.commandSpec().userObject();
        try {
            return what instanceof Workload workload ? RunCommand.run(workload, command) : ListCommand.run(command);
        } catch (BadInput problem) {
            return Exit.usage(command.commandSpec().name() + ": " + problem.getMessage());
        }
    }

    private static int usageError(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> unknown = unmatched.getUnmatched();
            List<String> suggestions = unmatched.getSuggestions();
            String what = unknown.isEmpty() ? "argument" : "'" + unknown.get(0) + "'";
            String hint = suggestions.isEmpty()
                    ? help(problem)
                    : "did you mean " + suggestions.get(0).strip() + "?";
            return Exit.usage("no such workload or option: " + what + "; " + hint);
        }
        return Exit.usage(problem.getMessage() + "; " + help(problem));
    }

    private static String help(ParameterException problem) {
        String command = problem.getCommandLine().getCommandName();
        return command.equals(NAME) ? "'workloads' shows all workloads" : "'" + command + " --help' shows its options";
    }

    private static IExitCodeExceptionMapper exitCodes() {
        return unexpected -> Exit.COULD_NOT_RUN;
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
