package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// churn is a high allocation rate of which about 1 % survives: the generational payoff.
var churn = &spec.Workload{
	Name:    "churn",
	Summary: "allocates small objects fast; about 1 % survive and replace random ones of a live set of fixed size",
	Exposes: "the generational payoff: cost of a collection follows the survivors, or the whole live set where there is one generation; see GC CPU share, cycles, and throughput over heap size",
	Knobs:   spec.CommonKnobs("100m", 2, "20%", churnKnobs("48m", "1%")...),
	Plan:    planChurn,
}

// planChurn plans workers that do nothing but churn.
func planChurn(parameters *spec.Parameters) (*spec.Plan, error) {
	setting, err := newChurnSetting(parameters)
	return requestPlan(func(_, _ int, seed uint64) spec.Worker {
		worker := newChurnWorker(setting, seed)
		worker.work = worker
		return worker
	}), err
}

// churnKnobs are the knobs of churning workers, with a workload's defaults.
func churnKnobs(live, survival string) []spec.Knob {
	knobs := []spec.Knob{
		spec.HeapBytesKnob("live", live, "64k", "64g", "size of the live set on a HotSpot heap"),
		spec.ShareKnob("survival", survival, 0, spec.PPM, "share of the new objects that survive into the live set"),
		spec.ShareKnob("mutation", "0", 0, spec.PPM, "share of operations that also change a reference of an old object"),
		heap.ReferencesKnob(),
	}
	return append(knobs, heap.SizeKnobs()...)
}
