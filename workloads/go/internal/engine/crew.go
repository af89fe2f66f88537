package engine

import (
	"sync/atomic"

	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// crew is the threads of one run and what they share.
type crew struct {
	plan     *spec.Plan
	threads  int
	rate     int64 // 0 for a closed loop
	warmUp   amount
	measured amount
	seeds    []uint64
	members  []*member

	// arrived gets a word from each member at the end of each phase.
	arrived chan int
	// Gates are closed by the engine to start a phase; phaseStartNanos is written before.
	warmUpGate, measuredGate chan struct{}
	phaseStartNanos          int64

	cancelled atomic.Bool
	failure   atomic.Pointer[error]
}

func newCrew(plan *spec.Plan, parameters *spec.Parameters) *crew {
	threads := int(parameters.Number(spec.Threads))
	c := &crew{
		plan:         plan,
		threads:      threads,
		warmUp:       warmUpAmount(parameters),
		measured:     measuredAmount(parameters),
		arrived:      make(chan int, threads),
		warmUpGate:   make(chan struct{}),
		measuredGate: make(chan struct{}),
	}
	if parameters.Has(spec.Rate) {
		c.rate = parameters.Number(spec.Rate)
	}
	seeder := heap.NewSplitMix64(uint64(parameters.Number(spec.Seed)))
	for i := 0; i < threads; i++ {
		c.seeds = append(c.seeds, seeder.Next())
		c.members = append(c.members, newMember(c, i))
	}
	return c
}

// start starts the threads, which fill and then wait at the gate.
func (c *crew) start() {
	for _, member := range c.members {
		go member.run()
	}
}

func (c *crew) failed(cause error) {
	c.failure.CompareAndSwap(nil, &cause)
	c.cancelled.Store(true)
}

func (c *crew) operationsDone() int64 {
	sum := int64(0)
	for _, member := range c.members {
		sum += member.done.Load()
	}
	return sum
}

func (c *crew) arrivals(index int) spec.Arrivals {
	if c.plan.Arrivals != nil {
		return c.plan.Arrivals(index, c.threads)
	}
	if c.rate == 0 {
		return nil
	}
	return spec.EvenArrivals(c.rate, c.plan.OperationsPerStep, c.threads, index)
}
