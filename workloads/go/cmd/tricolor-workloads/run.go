package main

import (
	"fmt"
	"strings"

	"tricolor.dev/go/internal/engine"
	"tricolor.dev/go/internal/spec"
)

// run runs one workload and prints its result line; an error is bad input.
func run(workload *spec.Workload, given map[string]string) (int, error) {
	_, opsGiven := given[spec.Ops]
	_, durationGiven := given[spec.Duration]
	if opsGiven && durationGiven {
		return 0, &spec.BadInput{
			Problem: "--ops and --duration exclude each other", Hint: "give fixed work or a fixed time",
		}
	}
	if err := applyRuntimeKnobs(given); err != nil {
		return 0, err
	}
	parameters, err := spec.ReadParameters(workload.Knobs, given)
	if err != nil {
		return 0, err
	}
	if durationGiven {
		parameters.TurnOff(spec.Ops)
	}
	plan, err := workload.Plan(parameters)
	if err != nil {
		return 0, err
	}
	return runPlan(workload, plan, parameters, observers(given)), nil
}

func observers(given map[string]string) engine.Observers {
	var all engine.Observers
	if _, wanted := given["progress"]; wanted {
		all = append(all, progressLine{})
	}
	return all
}

func runPlan(workload *spec.Workload, plan *spec.Plan, parameters *spec.Parameters, observer engine.Observer) int {
	result, err := engine.Run(workload, plan, parameters, observer)
	if err != nil {
		say(workload.Name + " failed: " + err.Error())
		return couldNotRun
	}
	line := result.JSON()
	observer.Finished(workload.Name, result.Operations, line)
	fmt.Println(line)
	broken := result.Broken()
	if len(broken) == 0 {
		return fine
	}
	var texts []string
	for _, invariant := range broken {
		texts = append(texts, invariant.Name+" ("+invariant.Detail+")")
	}
	say(workload.Name + ": invariant broken: " + strings.Join(texts, "; "))
	return invariantBroken
}
