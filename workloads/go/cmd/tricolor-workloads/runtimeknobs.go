package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"strings"

	"tricolor.dev/go/internal/spec"
)

// runtimeKnob is one of Go's runtime; not given, the environment variable's value holds.
type runtimeKnob struct {
	name, meaning string
	min, max      int64
	read          func(string) (int64, bool)
	show          func(int64) string
	example       string
	// off is the value that stands for "off"; 0 where that is no choice.
	off int64
	set func(int64)
}

var runtimeKnobs = []runtimeKnob{
	{
		name:    "gogc",
		meaning: "GOGC: how much the heap grows until the next collection, in percent of what is live",
		min:     1, max: 1_000_000, read: spec.Count, show: spec.ShowCount,
		example: "a percentage such as 100, or off",
		off:     -1,
		set:     func(percent int64) { debug.SetGCPercent(int(percent)) },
	},
	{
		name:    "memlimit",
		meaning: "GOMEMLIMIT: soft limit of all memory of the runtime",
		min:     4 << 20, max: 1 << 44, read: spec.Bytes, show: spec.ShowBytes,
		example: "bytes such as 256m, or off",
		off:     math.MaxInt64,
		set:     func(bytes int64) { debug.SetMemoryLimit(bytes) },
	},
	{
		name:    "procs",
		meaning: "GOMAXPROCS: how many threads run Go code at once",
		min:     1, max: 1_024, read: spec.Count, show: spec.ShowCount,
		example: "a whole number such as 2",
		set:     func(procs int64) { runtime.GOMAXPROCS(int(procs)) },
	},
}

// applyRuntimeKnobs checks all that are given, then sets them.
func applyRuntimeKnobs(given map[string]string) error {
	values := map[string]int64{}
	for _, knob := range runtimeKnobs {
		if text, isGiven := given[knob.name]; isGiven {
			value, err := knob.parse(text)
			if err != nil {
				return err
			}
			values[knob.name] = value
		}
	}
	for _, knob := range runtimeKnobs {
		if value, isGiven := values[knob.name]; isGiven {
			knob.set(value)
		}
	}
	return nil
}

func (k runtimeKnob) parse(text string) (int64, error) {
	if k.off != 0 && strings.EqualFold(text, "off") {
		return k.off, nil
	}
	value, valid := k.read(text)
	if !valid {
		return 0, &spec.BadInput{Problem: "--" + k.name + " can't be '" + text + "'", Hint: "give it " + k.example}
	}
	if value < k.min || value > k.max {
		return 0, &spec.BadInput{
			Problem: "--" + k.name + " can't be " + text,
			Hint:    "it must lie between " + k.show(k.min) + " and " + k.show(k.max) + k.orOff(),
		}
	}
	return value, nil
}

// orOff is what to add to the bounds of a knob that can be off.
func (k runtimeKnob) orOff() string {
	if k.off == 0 {
		return ""
	}
	return ", or off"
}
