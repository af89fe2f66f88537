package tricolor

import (
	"sync/atomic"
	"time"
)

// longestSection is within what the scheduler hardly ever gives a thread to another goroutine: a time slice is 10 ms.
const longestSection = time.Millisecond

// ownCPU sums the CPU time of one kind of the agent's work, in sections that wait for nothing. The kernel accounts for threads,
// and a goroutine may change its thread; to lock it there costs an allocating program more than all the work does
// (docs/decisions.md). So a section counts with what its thread used where it was short and ended on the thread on which
// it began; any other one counts with the mean of those. Thread-safe.
type ownCPU struct {
	sections, clean, cleanNs atomic.Int64
}

type section struct {
	of     *ownCPU
	begun  time.Time
	thread int
	ns     int64
}

func (c *ownCPU) begin() section {
	thread, ns := threadCPU()
	return section{c, time.Now(), thread, ns}
}

func (s section) end() {
	took := time.Since(s.begun)
	thread, ns := threadCPU()
	s.of.sections.Add(1)
	if thread == s.thread && thread != noThread && took <= longestSection {
		s.of.cleanNs.Add(ns - s.ns)
		s.of.clean.Add(1)
	}
}

// total answers nanoseconds; false where this platform does not tell.
func (c *ownCPU) total() (int64, bool) {
	clean, sections := c.clean.Load(), c.sections.Load()
	if clean == 0 {
		return 0, sections == 0
	}
	return int64(float64(c.cleanNs.Load()) * float64(sections) / float64(clean)), true
}
