package report

import (
	"fmt"

	"tricolor.dev/go/internal/hdr"
	"tricolor.dev/go/internal/spec"
)

// Result is what one run did and used, of its measured part unless said otherwise. The fields that it shares with the Java
// program's mean the same.
type Result struct {
	Workload         string
	Parameters       *spec.Parameters
	Runtime          RuntimeFacts
	Operations       int64
	WarmUpOperations int64
	// Checksum is over fill, warm-up and measured part; of no use if the run was bounded by time.
	Checksum uint64
	Timed    bool
	// ElapsedNs is from the start of the measured part to the end of the last thread's.
	ElapsedNs int64
	// OperationsPerSample is how many make one latency sample.
	OperationsPerSample int
	// SliceNs is how long each twentieth of the operations took, mean over threads; empty if bounded by time or too small.
	SliceNs []int64
	// Service is from the actual start of a step to its end, Response from its intended start.
	Service, Response *hdr.Histogram
	RequestedBytes    int64
	Objects           int64
	Before, After     ProcessFacts
	PeakRSSBytes      int64
	Invariants        []Invariant
}

// Broken are the invariants that did not hold.
func (r *Result) Broken() []Invariant {
	var broken []Invariant
	for _, invariant := range r.Invariants {
		if !invariant.Held {
			broken = append(broken, invariant)
		}
	}
	return broken
}

// JSON is the result line. A value that couldn't be measured is null, and "unavailable" says why under the value's name.
func (r *Result) JSON() string {
	var unavailable Object
	// either is the value, or nil with the reason why there is none
	either := func(name string, value any, reason string) any {
		if value == nil {
			unavailable = append(unavailable, Field{name, reason})
		}
		return value
	}
	line := Object{
		{"workload", r.Workload},
		{"seed", r.Parameters.Number(spec.Seed)},
		{"parameters", parametersObject(r.Parameters)},
		{"runtime", Object{{"name", "go"}, {"version", r.Runtime.Version}}},
		{"jdk", either("jdk", nil, "not a JVM")},
		{"collector", "go"},
		{"gogc", r.Runtime.GOGC},
		{"memlimit", either("memlimit", r.Runtime.memoryLimit(), "no limit is set")},
		{"procs", r.Runtime.Procs},
		{"greentea", either("greentea", r.Runtime.GreenTea, "not a release of Go")},
		{"heapMaxBytes", either("heapMaxBytes", nil, "Go has no maximum heap; memlimit is a soft limit of all its memory")},
		{"processors", r.Runtime.Procs},
		{"operations", r.Operations},
		{"warmUpOperations", r.WarmUpOperations},
		{"checksum", either("checksum", r.checksum(), "the run was bounded by time")},
		{"elapsedNs", r.ElapsedNs},
		{"sliceNs", either("sliceNs", r.slices(), "the work is bounded by time, or too small for twenty slices")},
		{"latency", Object{
			{"operationsPerSample", r.OperationsPerSample},
			{"service", either("latency.service", LatencySummary(r.Service), "fewer operations than one sample")},
			{"response", either("latency.response", LatencySummary(r.Response),
				"closed loop: a step has no intended start; give --rate")},
		}},
		{"requestedBytes", r.RequestedBytes},
		{"objects", r.Objects},
		{"allocatedBytes", either("allocatedBytes", nil, "Go counts those of the process only; see processAllocatedBytes")},
		{"processAllocatedBytes", r.After.AllocatedBytes - r.Before.AllocatedBytes},
		{"processAllocatedObjects", r.After.AllocatedObjects - r.Before.AllocatedObjects},
		{"numGC", r.After.Cycles - r.Before.Cycles},
		{"processCpuNs", either("processCpuNs", r.cpuNs(), "this platform doesn't tell the process's CPU time")},
		{"peakRssBytes", either("peakRssBytes", available(r.PeakRSSBytes), "no VmHWM in /proc/self/status")},
		{"invariants", r.invariantList()},
	}
	return JSON(append(line, Field{"unavailable", unavailable}))
}

func parametersObject(parameters *spec.Parameters) Object {
	var object Object
	for _, name := range parameters.Names {
		object = append(object, Field{name, parameters.Value(name)})
	}
	return object
}

func (r *Result) checksum() any {
	if r.Timed {
		return nil
	}
	return fmt.Sprintf("%016x", r.Checksum)
}

func (r *Result) slices() any {
	if len(r.SliceNs) == 0 {
		return nil
	}
	var list []any
	for _, nanos := range r.SliceNs {
		list = append(list, nanos)
	}
	return list
}

func (r *Result) cpuNs() any {
	if r.Before.CPUNanos < 0 || r.After.CPUNanos < 0 {
		return nil
	}
	return r.After.CPUNanos - r.Before.CPUNanos
}

func available(value int64) any {
	if value < 0 {
		return nil
	}
	return value
}

func (r *Result) invariantList() []any {
	var list []any
	for _, invariant := range r.Invariants {
		list = append(list, Object{{"name", invariant.Name}, {"held", invariant.Held}, {"detail", invariant.Detail}})
	}
	return list
}
