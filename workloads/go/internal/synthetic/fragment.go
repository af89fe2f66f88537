package synthetic

import "tricolor.dev/go/internal/spec"

// fragment is every other object of a live set freed, round after round, with shifting sizes.
var fragment = &spec.Workload{
	Name:    "fragment",
	Summary: "fills a live set, frees every other object of it, makes garbage for a while, and starts over with another size",
	Exposes: "fragmentation: a non-moving heap keeps the holes, a compacting one copies the neighbours; see relocation, and heap against live",
	Knobs: spec.CommonKnobs("5m", 2, "0",
		spec.HeapBytesKnob("live", "30%", "64k", "64g", "size of the live set on a HotSpot heap, on average"),
		spec.BytesKnob("min-size", "32", "8", "1m", "smallest payload, plus up to 15 bytes"),
		spec.BytesKnob("max-size", "2k", "16", "16m", "largest payload"),
		spec.BytesKnob("shift", "1237", "0", "1m",
			"how much larger each round's payloads are, modulo the span of sizes"),
		spec.ChoiceKnob("pattern", "alternate", []string{"alternate", "blocks"},
			"free every other object, or every other half"),
		spec.CountKnob("quiet", "3", 0, 1000,
			"operations that only make garbage, as a multiple of the objects, before the next round")),
	Plan: func(parameters *spec.Parameters) (*spec.Plan, error) {
		slots, err := fragmentSlots(parameters)
		return requestPlan(func(_, _ int, seed uint64) spec.Worker {
			worker := newFragmentWorker(slots, parameters, seed)
			worker.work = worker
			return worker
		}), err
	},
}
