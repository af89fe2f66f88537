package synthetic

import "tricolor.dev/go/internal/spec"

// squeeze is a live set that leaves too little of the heap: collections in a row.
var squeeze = &spec.Workload{
	Name:    "squeeze",
	Summary: "allocates beside a live set of 60 % of the heap, so that old space is nearly full all the time",
	Exposes: "full-GC loops and the GC overhead limit: collections that reclaim little, one after the other; see full collections and their causes",
	Knobs:   spec.CommonKnobs("20m", 2, "0", churnKnobs("60%", "5%")...),
	Plan:    planChurn,
}
