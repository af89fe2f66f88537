package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// wideTree is one wide tree: marking it can be shared among threads.
var wideTree = &spec.Workload{
	Name:    "tree",
	Summary: "the live set is one tree of large fan-out whose leaves are replaced; garbage beside it",
	Exposes: "marking that scales with threads and prefetches well, in contrast to list at equal size; see mark times",
	Knobs: spec.CommonKnobs("20m", 2, "0", append(heap.SizeKnobs(),
		spec.HeapBytesKnob("live", "64m", "64k", "64g", "size of the tree on a HotSpot heap"),
		spec.CountKnob("fanout", "16", 2, 1024, "children of each inner object"),
		spec.ShareKnob("survival", "10%", 0, spec.PPM, "share of the new objects that replace a leaf"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		shape, slots, err := shapeAndSlots(parameters)
		return requestPlan(func(_, _ int, seed uint64) spec.Worker {
			worker := newTreeWorker(shape, slots, parameters, seed)
			worker.work = worker
			return worker
		}), err
	},
}
