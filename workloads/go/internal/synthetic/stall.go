package synthetic

import "tricolor.dev/go/internal/spec"

// stall is a live set of nearly half the heap and no throttle: allocation races reclamation.
var stall = &spec.Workload{
	Name:    "stall",
	Summary: "allocates as fast as it can beside a live set of 45 % of the heap",
	Exposes: "the race between allocation and reclamation: ZGC allocation stalls, Shenandoah degenerated collections, Go mark assists; see stalls, not pauses",
	Knobs:   spec.CommonKnobs("20m", 4, "0", churnKnobs("45%", "2%")...),
	Plan:    planChurn,
}
