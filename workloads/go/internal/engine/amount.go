package engine

import (
	"math"

	"tricolor.dev/go/internal/spec"
)

// unbounded is the bound that a phase doesn't have.
const unbounded = math.MaxInt64

// amount is how much work a phase is: operations of all threads together, or nanoseconds from the phase's start; the other
// is unbounded.
type amount struct {
	operations, nanos int64
}

func measuredAmount(parameters *spec.Parameters) amount {
	if parameters.Has(spec.Duration) {
		return amount{unbounded, parameters.Number(spec.Duration)}
	}
	return amount{parameters.Number(spec.Ops), unbounded}
}

// warmUpAmount is the measured amount times the warm-up share, rounded down.
func warmUpAmount(parameters *spec.Parameters) amount {
	measured := measuredAmount(parameters)
	ppm := parameters.Number(spec.WarmUp)
	if measured.isTimed() {
		return amount{unbounded, share(measured.nanos, ppm)}
	}
	return amount{share(measured.operations, ppm), unbounded}
}

func (a amount) isTimed() bool {
	return a.nanos != unbounded
}

// operationsOf is the part of one thread: an equal share, the first threads one more where it doesn't divide.
func (a amount) operationsOf(index, threads int) int64 {
	if a.isTimed() {
		return unbounded
	}
	part := a.operations / int64(threads)
	if int64(index) < a.operations%int64(threads) {
		part++
	}
	return part
}

func share(whole, ppm int64) int64 {
	return whole/spec.PPM*ppm + whole%spec.PPM*ppm/spec.PPM
}
