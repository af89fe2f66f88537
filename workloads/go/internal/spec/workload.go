package spec

// Workload is a canned workload: a name, knobs, and the plan that its parameters make.
type Workload struct {
	Name string
	// Summary is what it does, in one line.
	Summary string
	// Exposes is which behaviour of collectors it exposes, and where that shows.
	Exposes string
	// Knobs are all of them, the common ones first.
	Knobs []Knob
	// Plan is what the parameters mean for this workload; an error if they contradict one another or this build.
	Plan func(*Parameters) (*Plan, error)
}

// Plan is a workload with its parameters fixed, ready to make workers.
type Plan struct {
	// OperationsPerStep is the size of one step: the unit that is timed and, in an open loop, scheduled.
	OperationsPerStep int
	// Worker makes the work of one thread, numbered 0 to threads-1; it must not touch another's state, so that the result
	// doesn't depend on timing. The seed is this thread's alone.
	Worker func(index, threads int, seed uint64) Worker
	// Arrivals is this workload's own schedule of one thread's steps; nil for a closed loop, or an even one if a rate is given.
	Arrivals func(index, threads int) Arrivals
}

// Worker is what one thread does; used by that thread alone, then read by the engine after the thread has ended.
type Worker interface {
	// Fill builds what must be live before the first operation.
	Fill()
	// Step does the next operations of this thread's stream.
	Step(operations int)
	// Checksum depends on every operation done so far and on what was read back from the heap, and on nothing else.
	Checksum() uint64
	// RequestedBytes are those that the program asked for so far: fields and elements at 8 bytes per reference and 64-bit
	// number, no headers, no padding; the same definition on every runtime.
	RequestedBytes() int64
	// Objects on the heap that the program asked for so far.
	Objects() int64
	// Checks must hold when the operations are done.
	Checks(operationsDone int64) []Check
}

// Check is a count that one worker expects and what it found; equal if the invariant holds.
type Check struct {
	Name            string
	Expected, Found int64
}

// Held tells whether what was found is what was expected.
func (c Check) Held() bool {
	return c.Expected == c.Found
}

// Arrivals tells when each step of an open loop is due, whether or not the one before has ended: nanoseconds from the start
// of the phase to the intended start of a step, never falling.
type Arrivals func(step int64) float64

// EvenArrivals are steps evenly spaced, of all threads together: a thread takes every threads-th.
func EvenArrivals(operationsPerSecond int64, operationsPerStep, threads, index int) Arrivals {
	nanosPerStep := 1e9 * float64(operationsPerStep) / float64(operationsPerSecond)
	return func(step int64) float64 {
		return (float64(step)*float64(threads) + float64(index)) * nanosPerStep
	}
}
