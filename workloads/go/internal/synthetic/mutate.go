package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// mutate is stores of new objects into random old ones.
var mutate = &spec.Workload{
	Name:    "mutate",
	Summary: "each operation stores into random objects of an old live set: a new object into one, an old one into another",
	Exposes: "the write barrier and what stands behind it: card tables, refinement, remembered sets; see scan and merge times of young pauses",
	Knobs: spec.CommonKnobs("5m", 2, "20%", append(heap.SizeKnobs(),
		spec.HeapBytesKnob("live", "64m", "64k", "64g",
			"size of the old objects on a HotSpot heap; what they hold comes on top"),
		spec.ShareKnob("mutation", "50%", 0, spec.PPM, "share of the new objects that are stored into an old one"),
		spec.CountKnob("old-stores", "1", 0, 64, "stores of an old object into another, per operation"))...),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		shape, slots, err := shapeAndSlots(parameters)
		return requestPlan(func(_, _ int, seed uint64) spec.Worker {
			worker := &mutateWorker{
				requests:    newRequests(shape, seed),
				old:         heap.NewLiveTable(slots),
				mutationPPM: int(parameters.Number("mutation")),
				oldStores:   int(parameters.Number("old-stores")),
			}
			worker.work = worker
			return worker
		}), err
	},
}
