package synthetic

import (
	"math"

	"tricolor.dev/go/internal/spec"
)

// burstArrivals tells when an operation is due: an even rate, then a multiple of it until the period's end, over and over.
type burstArrivals struct {
	operationsPerNano float64
	burstFactor       float64
	calmNanos         float64
	periodNanos       float64
	calmOperations    float64
	periodOperations  float64
}

func newBurstArrivals(parameters *spec.Parameters) burstArrivals {
	a := burstArrivals{
		operationsPerNano: float64(parameters.Number(spec.Rate)) / 1e9,
		burstFactor:       float64(parameters.Number("burst-factor")),
		periodNanos:       float64(parameters.Number("period")),
	}
	burstNanos := float64(parameters.Number("burst-length"))
	a.calmNanos = a.periodNanos - burstNanos
	a.calmOperations = a.operationsPerNano * a.calmNanos
	a.periodOperations = a.calmOperations + a.operationsPerNano*a.burstFactor*burstNanos
	return a
}

// intendedNanos is from the start to when the operation of this number, of all threads together, is due.
func (a burstArrivals) intendedNanos(operation float64) float64 {
	period := math.Floor(operation / a.periodOperations)
	within := operation - period*a.periodOperations
	inPeriod := within / a.operationsPerNano
	if within >= a.calmOperations {
		inPeriod = a.calmNanos + (within-a.calmOperations)/(a.operationsPerNano*a.burstFactor)
	}
	return period*a.periodNanos + inPeriod
}
