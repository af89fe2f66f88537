package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

const innerPayloadBytes = 8

// inner is an object of the tree that has all its children: inner ones first, then leaves. One inner object has children of
// both kinds and so an array more than its twin in Java, which tells the kinds apart by their class.
type inner struct {
	heap.Node
	inners []*inner
	leaves []*heap.Node
}

// treeWorker is a worker whose live set is one tree in which every inner object has all its children. Survivors replace
// leaves.
type treeWorker struct {
	requests
	fanout          int
	innerObjects    int
	survivalPPM     int
	root            *inner
	sumOfIDsEntered uint64
	sumOfIDsLeft    uint64
}

func newTreeWorker(shape heap.Shape, slots int, parameters *spec.Parameters, seed uint64) *treeWorker {
	w := &treeWorker{
		requests:    newRequests(shape, seed),
		fanout:      int(parameters.Number("fanout")),
		survivalPPM: int(parameters.Number("survival")),
	}
	w.innerObjects = (slots - 1) / w.fanout
	if w.innerObjects < 1 {
		w.innerObjects = 1
	}
	w.root = w.makeInner(0)
	return w
}

// Fill builds the tree breadth first: children of the object numbered i have the numbers i × fanout + 1 and following.
func (w *treeWorker) Fill() {
	numbered := []*inner{w.root}
	for i := 0; i < w.innerObjects; i++ {
		parent := numbered[i]
		for c := range parent.inners {
			child := w.makeInner(len(numbered))
			parent.inners[c] = child
			w.sumOfIDsEntered += child.ID
			numbered = append(numbered, child)
		}
		for c := range parent.leaves {
			child := w.maker.Make(w.takeID())
			parent.leaves[c] = child
			w.sumOfIDsEntered += child.ID
		}
	}
}

// makeInner makes an inner object with empty places for its children; from its number follows which are inner.
func (w *treeWorker) makeInner(number int) *inner {
	w.maker.Count(heap.NodeRequestedBytes+innerPayloadBytes+heap.WideExtraRequestedBytes(w.fanout+2), 3)
	made := &inner{}
	made.Init(w.takeID(), innerPayloadBytes)
	inners := between(0, w.innerObjects-(number*w.fanout+1), w.fanout)
	if inners > 0 {
		made.inners = make([]*inner, inners)
	}
	if inners < w.fanout {
		made.leaves = make([]*heap.Node, w.fanout-inners)
	}
	return made
}

func between(least, value, most int) int {
	if value < least {
		return least
	}
	if value > most {
		return most
	}
	return value
}

func (w *treeWorker) operate(node *heap.Node) {
	if !w.random.Chance(w.survivalPPM) {
		return
	}
	parent := w.root
	child := w.random.Below(w.fanout)
	for child < len(parent.inners) {
		parent = parent.inners[child]
		child = w.random.Below(w.fanout)
	}
	place := &parent.leaves[child-len(parent.inners)]
	before := *place
	*place = node
	w.sumOfIDsEntered += node.ID
	w.sumOfIDsLeft += before.ID
	w.retire(before)
}

func (w *treeWorker) fingerprintOfLiveSet() uint64 {
	fold := uint64(0)
	w.root.visit(func(node *heap.Node) {
		fold = heap.Mix(fold + node.Fingerprint())
	})
	return fold
}

// visit calls for each object below and including this, parents before children.
func (i *inner) visit(each func(*heap.Node)) {
	each(&i.Node)
	for _, child := range i.inners {
		child.visit(each)
	}
	for _, leaf := range i.leaves {
		each(leaf)
	}
}

func (w *treeWorker) checksOfLiveSet() []spec.Check {
	intact := int64(0)
	sum := uint64(0)
	w.root.visit(func(node *heap.Node) {
		if node.Intact() {
			intact++
		}
		sum += node.ID
	})
	return []spec.Check{
		{Name: "objects of the tree", Expected: 1 + int64(w.innerObjects)*int64(w.fanout), Found: intact},
		sumCheck("sum over the tree", w.root.ID+w.sumOfIDsEntered-w.sumOfIDsLeft, sum),
	}
}
