package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// refs is weak references and cleanups, in numbers. What references ask for is counted as in Java.
var refs = &spec.Workload{
	Name:    "refs",
	Summary: "half of the new objects get a weak reference or a cleanup, which is kept for a while",
	Exposes: "reference processing: Go clears weak references while it sweeps and runs cleanups in a goroutine afterwards; see mark and sweep times. Soft and phantom references and a mix of all exist in Java only: compare at --kind weak",
	Knobs: spec.CommonKnobs("10m", 2, "0", append(heap.SizeKnobs(),
		spec.ChoiceKnob("kind", "weak", []string{"weak", "cleaner"}, "kind of reference"),
		spec.ShareKnob("reference-share", "50%", 0, spec.PPM, "share of the new objects that get a reference object"),
		spec.ShareKnob("strong-share", "10%", 0, spec.PPM,
			"share of those that also stay strongly reachable as long as their reference is kept"),
		spec.CountKnob("kept", "64k", 16, 1_000_000, "reference objects kept per thread"))...),
	Plan: planReferences,
}
