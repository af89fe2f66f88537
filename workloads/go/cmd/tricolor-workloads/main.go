// Command tricolor-workloads is the Go twin of the Java program of this name: the same workloads, deterministic from a seed.
package main

import (
	"os"
	"strings"

	"tricolor.dev/go/internal/spec"
	"tricolor.dev/go/internal/synthetic"
)

const name = "tricolor-workloads"

func main() {
	endWithStdinIfAsked()
	os.Exit(execute(os.Args[1:]))
}

// execute is one subcommand per workload, and "workloads", which lists them (one of them is called "list").
func execute(arguments []string) int {
	if len(arguments) == 0 {
		return usage("say which workload; 'workloads' shows them all")
	}
	switch arguments[0] {
	case "-h", "--help":
		printRootHelp()
		return fine
	case "-V", "--version":
		printVersion()
		return fine
	case "workloads":
		return executeList(arguments[1:])
	}
	if workload := workloadNamed(arguments[0]); workload != nil {
		return executeWorkload(workload, arguments[1:])
	}
	return usage(unmatched(arguments[0], workloadNames(), "'workloads' shows all workloads"))
}

func executeList(arguments []string) int {
	given, help, problem := parse(arguments, []option{{name: "json"}})
	switch {
	case problem != nil:
		return usage(problem.text("workloads"))
	case help:
		printListHelp()
	default:
		_, asJSON := given["json"]
		list(asJSON)
	}
	return fine
}

func executeWorkload(workload *spec.Workload, arguments []string) int {
	given, help, problem := parse(arguments, optionsOf(workload))
	switch {
	case problem != nil:
		return usage(problem.text(workload.Name))
	case help:
		printWorkloadHelp(workload)
		return fine
	}
	code, err := run(workload, given)
	if err != nil {
		return usage(workload.Name + ": " + err.Error())
	}
	return code
}

func optionsOf(workload *spec.Workload) []option {
	var options []option
	for _, knob := range workload.Knobs {
		options = append(options, option{name: knob.Name, takes: knob.Kind.Name})
	}
	for _, knob := range runtimeKnobs {
		options = append(options, option{name: knob.name, takes: "SETTING"})
	}
	return append(options, option{name: "progress"})
}

// workloadNamed is nil if there is none.
func workloadNamed(name string) *spec.Workload {
	for _, workload := range synthetic.All {
		if workload.Name == name {
			return workload
		}
	}
	return nil
}

func workloadNames() []string {
	names := []string{"workloads"}
	for _, workload := range synthetic.All {
		names = append(names, workload.Name)
	}
	return names
}

// unmatched says that an argument is none of those that are known, and which it may have been meant to be.
func unmatched(argument string, known []string, help string) string {
	text := "no such workload or option: '" + argument + "'; "
	if similar := mostSimilar(strings.TrimLeft(argument, "-"), known); similar != "" {
		return text + "did you mean " + similar + "?"
	}
	return text + help
}
