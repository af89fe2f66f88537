package synthetic

import "tricolor.dev/go/internal/spec"

// All is the list of all workloads, in the order of the Java program's; those that exist in Java only are not among them:
// class loaders (metaspace) and direct buffers (offheap).
var All = []*spec.Workload{
	churn,
	stall,
	humongous,
	midlife,
	mutate,
	squeeze,
	deepList,
	wideTree,
	refs,
	phases,
	burst,
	stacks,
	leak,
	fragment,
	explicit,
}
