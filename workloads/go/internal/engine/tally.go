package engine

import (
	"tricolor.dev/go/internal/hdr"
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/report"
	"tricolor.dev/go/internal/spec"
)

// tally adds up what the members of the crew measured, after they have ended.
func (r *run) tally(before, after report.ProcessFacts) *report.Result {
	c := r.crew
	result := &report.Result{
		Workload:            r.workload.Name,
		Parameters:          r.parameters,
		Runtime:             r.facts,
		Timed:               c.measured.isTimed(),
		OperationsPerSample: c.plan.OperationsPerStep,
		Service:             hdr.New(maxNanos),
		Response:            hdr.New(maxNanos),
		Before:              before,
		After:               after,
	}
	end := c.phaseStartNanos
	var checks []spec.Check
	var allSlices []*slices
	for _, m := range c.members {
		result.Service.Add(m.service)
		result.Response.Add(m.response)
		checks = append(checks, m.worker.Checks(m.warmUpOperations+m.operations)...)
		if m.endNanos > end {
			end = m.endNanos
		}
		result.Operations += m.operations
		result.WarmUpOperations += m.warmUpOperations
		result.RequestedBytes += m.requestedBytes
		result.Objects += m.objects
		result.Checksum = heap.Mix(result.Checksum ^ m.worker.Checksum())
		allSlices = append(allSlices, &m.slices)
	}
	if !result.Timed {
		checks = append(checks, spec.Check{
			Name:     "operations done",
			Expected: c.measured.operations + c.warmUp.operations,
			Found:    result.Operations + result.WarmUpOperations,
		})
	}
	result.ElapsedNs = end - c.phaseStartNanos
	result.SliceNs = meanSlices(allSlices)
	result.PeakRSSBytes = report.PeakResidentBytes()
	result.Invariants = report.Invariants(checks)
	return result
}
