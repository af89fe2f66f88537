package synthetic

import "tricolor.dev/go/internal/spec"

// All is the list of all workloads, in the order of the Java program's.
var All = []*spec.Workload{
	churn,
}
