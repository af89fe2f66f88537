package synthetic

import (
	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// operationsPerRequest is how many operations make one request, which is one step.
const operationsPerRequest = 64

// requests is the part that most workers share: operations that each make one node, in requests of 64. The request's nodes
// lie in a young scratch slice, published in a field so that the compiler can't keep them off the heap; at its end they are
// read back, and die unless operate has kept them.
type requests struct {
	random *heap.SplitMix64
	maker  *heap.NodeMaker
	work   requestWork

	scratch          []*heap.Node
	nextID           uint64
	firstOperationID uint64
	checksum         uint64
	sumOfIDsRead     uint64
	damaged          int64
}

// requestWork is what one kind of worker does with the nodes.
type requestWork interface {
	// create makes the node of one operation.
	create(id uint64) *heap.Node
	// operate is what an operation does with its node besides making and reading it.
	operate(node *heap.Node)
	// fingerprintOfLiveSet is a fold of what is live.
	fingerprintOfLiveSet() uint64
	// checksOfLiveSet are those besides the checks of the operations themselves.
	checksOfLiveSet() []spec.Check
}

func newRequests(shape heap.Shape, seed uint64) requests {
	random := heap.NewSplitMix64(seed)
	return requests{random: random, maker: heap.NewNodeMaker(shape, random), nextID: 1}
}

// requestPlan is a plan whose steps are requests.
func requestPlan(worker func(index, threads int, seed uint64) spec.Worker) *spec.Plan {
	return &spec.Plan{OperationsPerStep: operationsPerRequest, Worker: worker}
}

func (r *requests) create(id uint64) *heap.Node {
	return r.maker.Make(id)
}

func (r *requests) takeID() uint64 {
	id := r.nextID
	r.nextID++
	return id
}

// operationsBegun is how many so far.
func (r *requests) operationsBegun() int64 {
	if r.firstOperationID == 0 {
		return 0
	}
	return int64(r.nextID - r.firstOperationID)
}

// retire takes a node that leaves the live set into the checksum.
func (r *requests) retire(node *heap.Node) {
	r.checksum = heap.Mix(r.checksum ^ node.Fingerprint())
}

// Step does one request.
func (r *requests) Step(operations int) {
	if r.firstOperationID == 0 {
		r.firstOperationID = r.nextID
	}
	request := make([]*heap.Node, operations)
	r.maker.Count(8*int64(operations), 1)
	r.scratch = request
	for i := range request {
		node := r.work.create(r.takeID())
		request[i] = node
		r.work.operate(node)
	}
	for _, node := range request {
		r.read(node)
	}
}

func (r *requests) read(node *heap.Node) {
	if node == nil || !node.Intact() {
		r.damaged++
		return
	}
	r.sumOfIDsRead += node.ID
	r.checksum += node.Fingerprint()
}

// Checksum of all operations and of what is live.
func (r *requests) Checksum() uint64 {
	return heap.Mix(r.checksum ^ r.work.fingerprintOfLiveSet())
}

// RequestedBytes so far.
func (r *requests) RequestedBytes() int64 {
	return r.maker.RequestedBytes()
}

// Objects so far.
func (r *requests) Objects() int64 {
	return r.maker.Objects()
}

// Checks of the live set, then of the operations.
func (r *requests) Checks(operationsDone int64) []spec.Check {
	expected := sumOfRange(r.firstOperationID, uint64(operationsDone))
	return append(r.work.checksOfLiveSet(),
		sumCheck("sum over operations, each once", expected, r.sumOfIDsRead),
		spec.Check{Name: "damaged objects", Expected: 0, Found: r.damaged})
}

// sumCheck compares sums of ids, which wrap around at 2^64.
func sumCheck(name string, expected, found uint64) spec.Check {
	return spec.Check{Name: name, Expected: int64(expected), Found: int64(found)}
}

// sumOfRange is first + (first+1) + …, count terms, wrapping around at 2^64.
func sumOfRange(first, count uint64) uint64 {
	triangle := count / 2 * (count - 1)
	if count%2 == 1 {
		triangle = (count - 1) / 2 * count
	}
	return first*count + triangle
}
