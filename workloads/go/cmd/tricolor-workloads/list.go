package main

import (
	"fmt"
	"strings"

	"tricolor.dev/go/internal/report"
	"tricolor.dev/go/internal/spec"
	"tricolor.dev/go/internal/synthetic"
)

// list prints every workload, what it exposes, and its knobs.
func list(asJSON bool) {
	if !asJSON {
		for _, workload := range synthetic.All {
			printWorkload(workload)
		}
		return
	}
	var all []any
	for _, workload := range synthetic.All {
		all = append(all, report.Object{
			{Name: "name", Value: workload.Name},
			{Name: "summary", Value: workload.Summary},
			{Name: "exposes", Value: workload.Exposes},
			{Name: "knobs", Value: knobList(workload.Knobs)},
		})
	}
	fmt.Println(report.JSON(all))
}

func printWorkload(workload *spec.Workload) {
	fmt.Println(workload.Name + ": " + workload.Summary)
	fmt.Println("  exposes " + workload.Exposes)
	for _, knob := range workload.Knobs {
		fmt.Printf("  --%-12s %s%s\n", knob.Name, knob.Meaning, boundsAndDefault(knob))
	}
	for _, knob := range runtimeKnobs {
		fmt.Printf("  --%-12s %s\n", knob.name, knob.text())
	}
	fmt.Println()
}

func boundsAndDefault(knob spec.Knob) string {
	bounds := knob.Show(knob.Min) + " to " + knob.Show(knob.Max) + "; "
	switch {
	case knob.Kind == spec.ChoiceKind:
		bounds = strings.Join(knob.Choices, ", ") + "; "
	case knob.Kind == spec.TextKind:
		bounds = ""
	}
	if knob.Default == "" {
		return " (" + bounds + "off unless given)"
	}
	return " (" + bounds + "default " + knob.Default + ")"
}

func (k runtimeKnob) text() string {
	return k.meaning + " (" + k.show(k.min) + " to " + k.show(k.max) + k.orOff() + "; the environment's unless given)"
}

func knobList(knobs []spec.Knob) []any {
	var all []any
	for _, knob := range knobs {
		preset, min, max := any(knob.Default), any(knob.Min), any(knob.Max)
		if knob.Default == "" {
			preset = nil
		}
		if !knob.IsNumber() {
			min, max = nil, nil
		}
		choices := []any{}
		for _, choice := range knob.Choices {
			choices = append(choices, choice)
		}
		all = append(all, report.Object{
			{Name: "name", Value: knob.Name},
			{Name: "kind", Value: strings.ToLower(knob.Kind.Name)},
			{Name: "unit", Value: knob.Kind.Unit},
			{Name: "default", Value: preset},
			{Name: "min", Value: min},
			{Name: "max", Value: max},
			{Name: "choices", Value: choices},
			{Name: "meaning", Value: knob.Meaning},
		})
	}
	return all
}
