//go:build unix

// Command overhead allocates at full speed in parts of equal work, some of them with the agent attached, and prints what
// each part took. docs/scripts/go-overhead.py runs it. All parts are in one process, so that its address space, its threads
// and its grown heap are the same for all.
package main

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"tricolor.dev/go/tricolor"
)

// The parts of a round: without the agent, with it, without it again as control, and with a goroutine that wakes as often as the
// agent's and does nothing.
const parts = "ABCT"

const piece = 10_000 // operations that a goroutine takes on at a time

type node struct {
	next *node
	data [6]uint64
}

// worker is what one goroutine goes on with from part to part.
type worker struct {
	state uint64
	table []*node
	sum   uint64
}

func main() {
	url := flag.String("url", "", "where the agent sends to")
	interval := flag.Duration("interval", tricolor.DefaultInterval, "between two readings of the agent")
	rounds := flag.Int("rounds", 20, "rounds of four parts")
	operations := flag.Int("operations", 5_000_000, "objects to make in a part, over all goroutines")
	lead := flag.Int("lead", 25_000_000, "objects to make with the agent before its part, and up to 10 million more, so that the part begins anywhere between two sends")
	goroutines := flag.Int("workers", 2, "goroutines")
	live := flag.Int("live", 60_000, "objects alive, over all goroutines")
	flag.Parse()
	workers := make([]*worker, *goroutines)
	for i := range workers {
		workers[i] = &worker{state: uint64(i + 1), table: make([]*node, *live / *goroutines)}
	}
	together(workers, *operations) // warms up: fills the tables, lets the heap grow
	anywhere := rand.New(rand.NewSource(1))
	var withAgent time.Duration
	for round := 0; round < *rounds; round++ {
		for _, part := range order(round) {
			var agent *tricolor.Agent
			var attached time.Time
			stop := func() {}
			switch part {
			case 'B':
				attached = time.Now()
				if agent = tricolor.Start(tricolor.Options{URL: *url, Interval: *interval}); agent == nil {
					os.Exit(2) // it has said why
				}
				together(workers, *lead+anywhere.Intn(10_000_000))
			case 'T':
				stop = tick(*interval)
			}
			cycles, cpu, begun := collections(), processCPU(), time.Now()
			together(workers, *operations)
			took, used, cycles := time.Since(begun), processCPU()-cpu, collections()-cycles
			if agent != nil {
				withAgent += time.Since(attached)
			}
			agent.Close()
			stop()
			fmt.Printf("%d %c %d %d %d\n", round, part, took.Nanoseconds(), used, cycles)
		}
	}
	fmt.Printf("attached %d\n", withAgent.Nanoseconds())
	for _, w := range workers {
		fmt.Fprintln(os.Stderr, "sum", w.sum)
	}
}

// order answers the parts of one round; in 24 rounds there is every order.
func order(round int) string {
	left, mixed := parts, ""
	for n := len(parts); n > 0; n-- {
		at := round % n
		round /= n
		mixed += left[at : at+1]
		left = left[:at] + left[at+1:]
	}
	return mixed
}

// tick starts a goroutine that a ticker wakes, and answers what ends it.
func tick(interval time.Duration) (stop func()) {
	ended := make(chan struct{})
	go func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
			case <-ended:
				return
			}
		}
	}()
	return func() { close(ended) }
}

// together shares the work out piece by piece, so that no goroutine waits for one that was held up.
func together(workers []*worker, operations int) {
	var left atomic.Int64
	left.Store(int64(operations))
	var group sync.WaitGroup
	for _, w := range workers {
		group.Add(1)
		go func(w *worker) {
			defer group.Done()
			for left.Add(-piece) >= 0 {
				w.churn(piece)
			}
		}(w)
	}
	group.Wait()
}

// churn replaces one object in a table after the other, at random places; each points to one that is replaced with it or not.
func (w *worker) churn(operations int) {
	state, sum, live := w.state, w.sum, uint64(len(w.table))
	for i := 0; i < operations; i++ {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		at := state % live
		made := &node{}
		made.data[0] = state
		if old := w.table[(at+1)%live]; old != nil && state&3 == 0 {
			old.next = nil
			made.next = old
		}
		w.table[at] = made
		sum += made.data[0]
	}
	w.state, w.sum = state, sum
}

func collections() int64 {
	var stats debug.GCStats
	debug.ReadGCStats(&stats)
	return stats.NumGC
}

// processCPU answers the user and system time that this process has used, in nanoseconds.
func processCPU() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}
