package synthetic

import "tricolor.dev/go/internal/spec"

// humongous is arrays of 0.7 to 2.7 MB.
var humongous = &spec.Workload{
	Name:    "humongous",
	Summary: "allocates arrays of 0.7 to 2.7 MB, a few of which are live",
	Exposes: "large objects: G1 humongous regions and their fragmentation, Go large spans; see cause G1 Humongous Allocation",
	Knobs: spec.CommonKnobs("20k", 2, "0",
		spec.HeapBytesKnob("live", "30%", "64k", "64g", "size of the live arrays"),
		spec.BytesKnob("min-size", "700k", "1k", "64m", "smallest array"),
		spec.BytesKnob("max-size", "2700k", "1k", "64m", "largest array")),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		setting, err := newHumongousSetting(parameters)
		return &spec.Plan{
			OperationsPerStep: 1, // large enough to be timed one by one
			Worker: func(_, _ int, seed uint64) spec.Worker {
				return newHumongousWorker(setting, seed)
			},
		}, err
	},
}
