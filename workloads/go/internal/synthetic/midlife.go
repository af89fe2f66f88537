package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// midlife is objects that live through a few young collections and then die in the order they were made.
var midlife = &spec.Workload{
	Name:    "midlife",
	Summary: "three in ten new objects enter a queue of fixed length and die when they leave it, a few young collections later",
	Exposes: "premature promotion: what outlives the young generation dies in the old one; see promotion, old collections, tenuring",
	Knobs: spec.CommonKnobs("20m", 2, "0", append(heap.SizeKnobs(),
		spec.HeapBytesKnob("live", "20%", "64k", "64g", "size of the queue on a HotSpot heap"),
		spec.ShareKnob("survival", "30%", 0, spec.PPM, "share of the new objects that enter the queue"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		shape, slots, err := shapeAndSlots(parameters)
		return requestPlan(func(_, _ int, seed uint64) spec.Worker {
			worker := &midlifeWorker{
				requests:    newRequests(shape, seed),
				queue:       heap.NewLiveTable(slots),
				survivalPPM: int(parameters.Number("survival")),
			}
			worker.work = worker
			return worker
		}), err
	},
}
