package main

import (
	"fmt"
	"runtime"
	"strings"

	"tricolor.dev/go/internal/spec"
	"tricolor.dev/go/internal/synthetic"
)

func printVersion() {
	fmt.Println(name + " (" + runtime.Version() + ")")
}

func printRootHelp() {
	fmt.Println("Usage: " + name + " [-hV] [COMMAND]")
	fmt.Println("Canned allocation workloads, deterministic from a seed.")
	fmt.Println("  -h, --help      Show this help message and exit.")
	fmt.Println("  -V, --version   Print version information and exit.")
	fmt.Println("Commands:")
	fmt.Printf("  %-10s %s\n", "workloads", "Lists the workloads, what each exposes, and its knobs.")
	for _, workload := range synthetic.All {
		fmt.Printf("  %-10s %s\n", workload.Name, workload.Summary)
	}
}

func printListHelp() {
	fmt.Println("Usage: " + name + " workloads [-h] [--json]")
	fmt.Println("Lists the workloads, what each exposes, and its knobs.")
	fmt.Println("      --json      as one JSON line")
}

func printWorkloadHelp(workload *spec.Workload) {
	fmt.Println("Usage: " + name + " " + workload.Name + " [OPTIONS]")
	fmt.Println(capitalized(workload.Summary))
	fmt.Println("Exposes " + workload.Exposes + ".")
	for _, knob := range workload.Knobs {
		fmt.Printf("  --%-28s %s%s\n", knob.Name+"="+knob.Kind.Name, knob.Meaning, boundsAndDefault(knob))
	}
	for _, knob := range runtimeKnobs {
		fmt.Printf("  --%-28s %s\n", knob.name+"=SETTING", knob.text())
	}
	fmt.Printf("  --%-28s %s\n", "progress", "a line on standard error about once a second")
}

func capitalized(text string) string {
	return strings.ToUpper(text[:1]) + text[1:] + "."
}
