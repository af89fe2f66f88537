package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// phases is a cache that is built, used, dropped, and built again.
var phases = &spec.Workload{
	Name:    "phases",
	Summary: "builds a cache, keeps it for a while, drops it, and starts over",
	Exposes: "how long heuristics lag behind a live set that changes: heap size after the drop, uncommit, SoftMaxHeapSize; see heap used, committed and live over time",
	Knobs: spec.CommonKnobs("20m", 2, "0", append(heap.SizeKnobs(),
		spec.HeapBytesKnob("live", "40%", "64k", "64g", "size of the full cache on a HotSpot heap"),
		spec.CountKnob("period", "2m", 64, 1_000_000_000_000, "operations of one thread from one build to the next"),
		spec.ShareKnob("hold", "60%", 0, spec.PPM,
			"share of the period after which the cache is dropped; 100% never drops it"),
		spec.ShareKnob("survival", "50%", 0, spec.PPM,
			"share of the new objects that enter the cache while it is held"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		shape, slots, err := shapeAndSlots(parameters)
		return requestPlan(func(_, _ int, seed uint64) spec.Worker {
			worker := newPhasesWorker(shape, slots, parameters, seed)
			worker.work = worker
			return worker
		}), err
	},
}
