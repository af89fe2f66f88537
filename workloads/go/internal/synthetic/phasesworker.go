package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// phasesWorker fills a cache during the first part of each period and drops it for the rest.
type phasesWorker struct {
	requests
	slots       int
	survivalPPM int
	period      int64
	dropAt      int64

	cache    *heap.LiveTable
	position int64
	cached   int
	next     int
	sumOfIDs uint64
}

func newPhasesWorker(shape heap.Shape, slots int, parameters *spec.Parameters, seed uint64) *phasesWorker {
	period := parameters.Number("period")
	hold := parameters.Number("hold")
	return &phasesWorker{
		requests:    newRequests(shape, seed),
		slots:       slots,
		survivalPPM: int(parameters.Number("survival")),
		period:      period,
		dropAt:      period/spec.PPM*hold + period%spec.PPM*hold/spec.PPM,
		cache:       heap.NewLiveTable(slots),
	}
}

// Fill fills the cache.
func (w *phasesWorker) Fill() {
	for w.cached < w.slots {
		w.enter(w.maker.Make(w.takeID()))
	}
}

func (w *phasesWorker) operate(node *heap.Node) {
	if w.position == w.dropAt {
		w.drop()
	}
	if w.position < w.dropAt && w.random.Chance(w.survivalPPM) {
		w.enter(node)
	}
	w.position++
	if w.position == w.period {
		w.position = 0
	}
}

func (w *phasesWorker) drop() {
	w.cache = heap.NewLiveTable(w.slots)
	w.cached = 0
	w.next = 0
	w.sumOfIDs = 0
}

// enter fills free slots first, then replaces the oldest.
func (w *phasesWorker) enter(node *heap.Node) {
	oldest := w.cache.Put(w.next, node)
	w.next = following(w.next, w.slots)
	w.sumOfIDs += node.ID
	if oldest == nil {
		w.cached++
	} else {
		w.sumOfIDs -= oldest.ID
		w.retire(oldest)
	}
}

func (w *phasesWorker) fingerprintOfLiveSet() uint64 {
	return w.cache.Fingerprint()
}

func (w *phasesWorker) checksOfLiveSet() []spec.Check {
	return []spec.Check{
		{Name: "cache population", Expected: int64(w.cached), Found: w.cache.CountIntact()},
		sumCheck("sum over the cache", w.sumOfIDs, w.cache.SumOfIDs()),
	}
}
