package synthetic

import (
	"fmt"

	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

const (
	jitterBytes = 16
	// hotSpotBytesBesidePayload is a node, an array's header and a table's slot.
	hotSpotBytesBesidePayload = 32 + 16 + 8
)

// fragmentWorker works in rounds: fills all slots in order with nodes of one size, frees half of them at once, the odd ones
// or the second half, then only makes garbage for a while, during which collections meet the half-empty heap. The size shifts
// from round to round; within one, payloads differ by up to 15 bytes.
type fragmentWorker struct {
	requests
	table           *heap.LiveTable
	alternate       bool
	minBytes        int
	spanBytes       int
	shiftBytes      int
	roundOperations int64
	position        int64
	population      int64
	payloadBytes    int
	sumOfIDsEntered uint64
	sumOfIDsLeft    uint64
}

func newFragmentWorker(slots int, parameters *spec.Parameters, seed uint64) *fragmentWorker {
	minBytes := int(parameters.Number("min-size"))
	return &fragmentWorker{
		requests:        newRequests(heap.ChosenShape, seed),
		table:           heap.NewLiveTable(slots),
		alternate:       parameters.Text("pattern") == "alternate",
		minBytes:        minBytes,
		spanBytes:       int(parameters.Number("max-size")) - minBytes + 1,
		shiftBytes:      int(parameters.Number("shift")),
		roundOperations: (1+parameters.Number("quiet"))*int64(slots) + 1,
		payloadBytes:    minBytes,
	}
}

// fragmentSlots is how many objects one worker has; refuses parameters that make none.
func fragmentSlots(parameters *spec.Parameters) (int, error) {
	min := parameters.Number("min-size")
	max := parameters.Number("max-size")
	if min > max {
		return 0, &spec.BadInput{
			Problem: "--min-size is larger than --max-size", Hint: "try --min-size 32 --max-size 2k",
		}
	}
	live := parameters.Number("live")
	slots := live / ((min+max)/2 + hotSpotBytesBesidePayload) / parameters.Number(spec.Threads)
	if slots < 16 || slots > 1<<28 {
		return 0, &spec.BadInput{
			Problem: fmt.Sprintf("--live %s makes %d objects a thread", spec.ShowBytes(live), slots),
			Hint:    "choose it and the sizes so that there are 16 to 2^28",
		}
	}
	return int(slots), nil
}

// Fill fills all slots.
func (w *fragmentWorker) Fill() {
	for i := 0; i < w.table.Slots(); i++ {
		w.enter(i, w.create(w.takeID()))
	}
}

func (w *fragmentWorker) create(id uint64) *heap.Node {
	return w.maker.MakeSized(id, w.payloadBytes+w.random.Below(jitterBytes))
}

func (w *fragmentWorker) operate(node *heap.Node) {
	switch slots := int64(w.table.Slots()); {
	case w.position < slots:
		w.enter(int(w.position), node)
	case w.position == slots:
		w.freeHalf()
	}
	w.position++
	if w.position == w.roundOperations {
		w.position = 0
		w.payloadBytes = w.minBytes + (w.payloadBytes-w.minBytes+w.shiftBytes)%w.spanBytes
	}
}

func (w *fragmentWorker) freeHalf() {
	slots := w.table.Slots()
	for i := 0; i < slots/2; i++ {
		slot := slots - 1 - i
		if w.alternate {
			slot = 2*i + 1
		}
		if freed := w.table.Put(slot, nil); freed != nil {
			w.population--
			w.sumOfIDsLeft += freed.ID
			w.retire(freed)
		}
	}
}

func (w *fragmentWorker) enter(slot int, node *heap.Node) {
	left := w.table.Put(slot, node)
	w.sumOfIDsEntered += node.ID
	if left == nil {
		w.population++
	} else {
		w.sumOfIDsLeft += left.ID
		w.retire(left)
	}
}

func (w *fragmentWorker) fingerprintOfLiveSet() uint64 {
	return w.table.Fingerprint()
}

func (w *fragmentWorker) checksOfLiveSet() []spec.Check {
	return []spec.Check{
		{Name: "live set population", Expected: w.population, Found: w.table.CountIntact()},
		sumCheck("sum over survivors", w.sumOfIDsEntered-w.sumOfIDsLeft, w.table.SumOfIDs()),
	}
}
