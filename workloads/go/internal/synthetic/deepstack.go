package synthetic

import (
	"runtime"

	"tricolor.dev/go/internal/heap"
)

// deepStack is a goroutine that descends one frame per node, each frame alone holding its node, parks there, and comes back
// when let go.
type deepStack struct {
	nodes       []*heap.Node
	atTheBottom chan struct{}
	letGo       chan struct{}
	ended       chan struct{}
	sumOfIDs    uint64
}

// startDeepStack starts one and waits until it has parked; a wired one keeps an operating system's thread to itself.
func startDeepStack(nodes []*heap.Node, wired bool) *deepStack {
	s := &deepStack{
		nodes:       nodes,
		atTheBottom: make(chan struct{}),
		letGo:       make(chan struct{}),
		ended:       make(chan struct{}),
	}
	go s.run(wired)
	<-s.atTheBottom
	return s
}

func (s *deepStack) run(wired bool) {
	if wired {
		runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
	}
	s.sumOfIDs = s.descend(0)
	close(s.ended)
}

func (s *deepStack) descend(depth int) uint64 {
	if depth == len(s.nodes) {
		close(s.atTheBottom)
		<-s.letGo
		return 0
	}
	own := s.nodes[depth]
	s.nodes[depth] = nil
	below := s.descend(depth + 1)
	if !own.Intact() {
		return below
	}
	return below + own.ID
}

// release lets the goroutine go and answers the sum of the ids that its frames held.
func (s *deepStack) release() uint64 {
	close(s.letGo)
	<-s.ended
	return s.sumOfIDs
}
