package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

const stackPayloadBytes = 8

// stacksWorker churns beside parked goroutines with deep stacks, of which it renews one now and then, in turn.
type stacksWorker struct {
	*churnWorker
	wired        bool
	depth        int
	renewEvery   int
	stacks       []*deepStack
	untilRenewal int
	next         int
	stackIDs     uint64
	sumOfIDsSent uint64
	sumOfIDsBack uint64
	released     bool
}

func newStacksWorker(
	setting churnSetting, parameters *spec.Parameters, wired bool, index, threads int, seed uint64,
) *stacksWorker {
	all := int(parameters.Number("stacks"))
	count := all / threads
	if index < all%threads {
		count++
	}
	renewEvery := int(parameters.Number("renew"))
	return &stacksWorker{
		churnWorker:  newChurnWorker(setting, seed),
		wired:        wired,
		depth:        int(parameters.Number("depth")),
		renewEvery:   renewEvery,
		stacks:       make([]*deepStack, count),
		untilRenewal: renewEvery,
	}
}

// Fill builds the live set and parks the goroutines.
func (w *stacksWorker) Fill() {
	w.churnWorker.Fill()
	for i := range w.stacks {
		w.stacks[i] = w.park()
	}
}

func (w *stacksWorker) operate(node *heap.Node) {
	w.churnWorker.operate(node)
	w.untilRenewal--
	if w.untilRenewal == 0 {
		w.untilRenewal = w.renewEvery
		w.sumOfIDsBack += w.stacks[w.next].release()
		w.stacks[w.next] = w.park()
		w.next = following(w.next, len(w.stacks))
	}
}

func (w *stacksWorker) park() *deepStack {
	nodes := make([]*heap.Node, w.depth)
	w.maker.Count(8*int64(w.depth), 1)
	for i := range nodes {
		nodes[i] = w.maker.MakeSized(w.takeStackID(), stackPayloadBytes)
		w.sumOfIDsSent += nodes[i].ID
	}
	return startDeepStack(nodes, w.wired)
}

// takeStackID takes an id of a stream of its own, so that those of operations stay consecutive.
func (w *stacksWorker) takeStackID() uint64 {
	w.stackIDs++
	return heap.Mix(w.stackIDs)
}

func (w *stacksWorker) releaseAll() {
	if w.released {
		return
	}
	w.released = true
	for _, stack := range w.stacks {
		w.sumOfIDsBack += stack.release()
	}
}

func (w *stacksWorker) fingerprintOfLiveSet() uint64 {
	w.releaseAll()
	return w.churnWorker.fingerprintOfLiveSet() ^ heap.Mix(w.sumOfIDsBack)
}

func (w *stacksWorker) checksOfLiveSet() []spec.Check {
	w.releaseAll()
	return append(w.churnWorker.checksOfLiveSet(),
		sumCheck("sum over stack frames", w.sumOfIDsSent, w.sumOfIDsBack))
}
