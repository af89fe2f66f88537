package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// anchorShare is the part of the table that is never replaced: an eighth.
const anchorShare = 8

// churnSetting is what the knobs of a churning worker say.
type churnSetting struct {
	shape       heap.Shape
	slots       int
	survivalPPM int
	mutationPPM int
}

// newChurnSetting refuses what can't be before any thread starts.
func newChurnSetting(parameters *spec.Parameters) (churnSetting, error) {
	shape, slots, err := shapeAndSlots(parameters)
	return churnSetting{
		shape:       shape,
		slots:       slots,
		survivalPPM: int(parameters.Number("survival")),
		mutationPPM: int(parameters.Number("mutation")),
	}, err
}

// shapeAndSlots is the shape of the nodes and how many of them are one thread's live set.
func shapeAndSlots(parameters *spec.Parameters) (heap.Shape, int, error) {
	shape, err := heap.NewShape(parameters)
	if err != nil {
		return shape, 0, err
	}
	slots, err := shape.SlotsPerThread(parameters)
	return shape, slots, err
}

// churnWorker is a worker whose survivors replace random ones of a table of fixed size; most nodes die with their request.
//
// The first eighth of the table, the anchors, is never replaced; references lead only there. So nothing that left the table
// is reachable, and the live set stays as large as asked.
type churnWorker struct {
	requests
	table           *heap.LiveTable
	anchors         int
	survivalPPM     int
	mutationPPM     int
	sumOfIDsEntered uint64
	sumOfIDsLeft    uint64
}

// newChurnWorker makes one whose field work is still to be set: to itself, or to what is built on it.
func newChurnWorker(setting churnSetting, seed uint64) *churnWorker {
	anchors := setting.slots / anchorShare
	if anchors < 1 {
		anchors = 1
	}
	return &churnWorker{
		requests:    newRequests(setting.shape, seed),
		table:       heap.NewLiveTable(setting.slots),
		anchors:     anchors,
		survivalPPM: setting.survivalPPM,
		mutationPPM: setting.mutationPPM,
	}
}

// Fill builds the live set.
func (w *churnWorker) Fill() {
	for slot := 0; slot < w.table.Slots(); slot++ {
		if slot < w.anchors {
			w.enter(slot, w.maker.Make(w.takeID()))
		} else {
			w.enter(slot, w.maker.MakeLinked(w.takeID(), w.table, w.anchors))
		}
	}
}

func (w *churnWorker) create(id uint64) *heap.Node {
	return w.maker.MakeLinked(id, w.table, w.anchors)
}

func (w *churnWorker) operate(node *heap.Node) {
	if w.random.Chance(w.survivalPPM) {
		w.enter(w.randomReplaceable(), node)
	}
	if w.mutationPPM > 0 && w.random.Chance(w.mutationPPM) {
		w.mutate()
	}
}

func (w *churnWorker) randomReplaceable() int {
	return w.anchors + w.random.Below(w.table.Slots()-w.anchors)
}

func (w *churnWorker) enter(slot int, node *heap.Node) {
	left := w.table.Put(slot, node)
	w.sumOfIDsEntered += node.ID
	if left != nil {
		w.sumOfIDsLeft += left.ID
		w.retire(left)
	}
}

func (w *churnWorker) mutate() {
	old := w.table.Get(w.randomReplaceable())
	anchor := w.table.Get(w.random.Below(w.anchors))
	if old != nil {
		old.First = anchor
	}
}

func (w *churnWorker) fingerprintOfLiveSet() uint64 {
	return w.table.Fingerprint()
}

func (w *churnWorker) checksOfLiveSet() []spec.Check {
	return []spec.Check{
		{Name: "live set population", Expected: int64(w.table.Slots()), Found: w.table.CountIntact()},
		sumCheck("sum over survivors", w.sumOfIDsEntered-w.sumOfIDsLeft, w.table.SumOfIDs()),
	}
}
