package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// deepList is one list as deep as the live set: marking it can not be shared among threads.
var deepList = &spec.Workload{
	Name:    "list",
	Summary: "the live set is one singly linked list; garbage beside it, and payloads of the list that change",
	Exposes: "marking parallelism: a list is marked one object after the other, whatever the number of GC threads, and cache misses can not be overlapped; see mark times",
	Knobs: spec.CommonKnobs("20m", 1, "0", append(heap.SizeKnobs(),
		spec.HeapBytesKnob("live", "64m", "64k", "64g", "size of the lists on a HotSpot heap"),
		spec.CountKnob("chains", "1", 1, 1_000_000,
			"lists per thread that the objects are divided into; 1 is one deep list"),
		spec.ShareKnob("survival", "10%", 0, spec.PPM,
			"share of the new objects that hang on an object of the list until replaced"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		shape, slots, err := shapeAndSlots(parameters)
		return requestPlan(func(_, _ int, seed uint64) spec.Worker {
			chains := int(parameters.Number("chains"))
			if chains > slots {
				chains = slots
			}
			worker := &listWorker{
				requests:    newRequests(shape, seed),
				length:      slots,
				survivalPPM: int(parameters.Number("survival")),
				heads:       make([]*heap.Node, chains),
			}
			worker.work = worker
			return worker
		}), err
	},
}
