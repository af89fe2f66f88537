package main

import (
	"fmt"
	"os"
	"strconv"

	"tricolor.dev/go/internal/engine"
	"tricolor.dev/go/internal/spec"
)

// progressLine is a line on standard error about once a second.
type progressLine struct{}

func (progressLine) Started(string, *spec.Parameters, int64) {}

func (progressLine) Ended() {}

func (progressLine) Running(p engine.Progress) {
	total := ""
	if p.Total >= 0 {
		percent := int64(100)
		if p.Total > 0 {
			percent = p.Operations * 100 / p.Total
		}
		total = fmt.Sprintf(" of %s (%d %%)", grouped(p.Total), percent)
	}
	fmt.Fprintf(os.Stderr, "%s %s: %s%s operations in %.1f s\n",
		p.Workload, p.Phase, grouped(p.Operations), total, float64(p.ElapsedNanos)/1e9)
}

func (progressLine) Finished(string, int64, string) {}

// grouped is 1,234,567 for 1234567.
func grouped(number int64) string {
	text := strconv.FormatInt(number, 10)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
