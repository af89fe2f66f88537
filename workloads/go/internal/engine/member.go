package engine

import (
	"fmt"
	"sync/atomic"
	"time"

	"tricolor.dev/go/internal/hdr"
	"tricolor.dev/go/internal/spec"
)

// maxNanos is the largest latency told apart; longer ones count as 1 h.
const maxNanos = 3_600_000_000_000

// member is one thread of a run, a goroutine: fills, warms up, works, and keeps what it measured. Its plain fields are
// written by its own goroutine and read by the engine after the phase's end; only done is read meanwhile.
type member struct {
	crew  *crew
	index int
	// done is the operations of the current phase.
	done atomic.Int64

	worker            spec.Worker
	service, response *hdr.Histogram
	slices            slices
	endNanos          int64
	operations        int64
	warmUpOperations  int64
	requestedBytes    int64
	objects           int64
}

func newMember(crew *crew, index int) *member {
	return &member{crew: crew, index: index, service: hdr.New(maxNanos), response: hdr.New(maxNanos)}
}

// run goes through all phases; each starts when its gate opens and ends with a word to the engine.
func (m *member) run() {
	defer func() {
		if problem := recover(); problem != nil {
			m.crew.failed(fmt.Errorf("%v", problem))
			m.crew.arrived <- m.index
		}
	}()
	m.worker = m.crew.plan.Worker(m.index, m.crew.threads, m.crew.seeds[m.index])
	m.worker.Fill()
	m.crew.arrived <- m.index
	<-m.crew.warmUpGate
	m.warmUpOperations = m.work(m.crew.warmUp, false)
	m.crew.arrived <- m.index
	<-m.crew.measuredGate
	m.measure()
	m.crew.arrived <- m.index
}

func (m *member) measure() {
	requestedBefore := m.worker.RequestedBytes()
	objectsBefore := m.worker.Objects()
	m.operations = m.work(m.crew.measured, true)
	m.endNanos = nanotime()
	m.requestedBytes = m.worker.RequestedBytes() - requestedBefore
	m.objects = m.worker.Objects() - objectsBefore
}

func (m *member) work(amount amount, measured bool) int64 {
	perStep := m.crew.plan.OperationsPerStep
	quota := amount.operationsOf(m.index, m.crew.threads)
	start := m.crew.phaseStartNanos
	due := m.crew.arrivals(m.index)
	count := int64(0)
	m.done.Store(0)
	last := nanotime()
	if measured {
		m.slices.begin(quota, perStep, last)
	}
	for step := int64(0); count < quota && !m.crew.cancelled.Load(); step++ {
		begin := last
		intended := last
		if due != nil {
			offset := due(step)
			if offset >= float64(amount.nanos) {
				break
			}
			intended = start + int64(offset)
			begin = m.waitUntil(intended)
		} else if begin-start >= amount.nanos {
			break
		}
		operations := perStep
		if left := quota - count; left < int64(perStep) {
			operations = int(left)
		}
		m.worker.Step(operations)
		last = nanotime()
		if measured && operations == perStep {
			m.service.Record(last - begin)
			if due != nil {
				m.response.Record(last - intended)
			}
		}
		count += int64(operations)
		m.done.Store(count)
		if measured {
			m.slices.reached(count, last)
		}
	}
	return count
}

// waitUntil sleeps until then and answers the time, which is a little later: the timer's lateness belongs to the response
// time.
func (m *member) waitUntil(then int64) int64 {
	now := nanotime()
	for now < then && !m.crew.cancelled.Load() {
		time.Sleep(time.Duration(then - now))
		now = nanotime()
	}
	return now
}
