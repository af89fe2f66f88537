// Command overhead allocates at full speed for a fixed amount of work and says how long that took. It is what
// docs/scripts/go-overhead.py runs with the agent (TRICOLOR_URL is set) and without it.
package main

import (
	"flag"
	"fmt"
	"sync"
	"time"

	"tricolor.dev/go/tricolor"
)

type node struct {
	next *node
	data [6]uint64
}

func main() {
	operations := flag.Int("operations", 20_000_000, "objects to make, over all goroutines")
	workers := flag.Int("workers", 2, "goroutines")
	live := flag.Int("live", 400_000, "objects alive, over all goroutines")
	flag.Parse()
	agent := tricolor.Attach()
	begun := time.Now()
	var group sync.WaitGroup
	var mu sync.Mutex
	var sum uint64
	for w := 0; w < *workers; w++ {
		group.Add(1)
		go func(seed uint64) {
			defer group.Done()
			made := churn(seed, *operations / *workers, *live / *workers)
			mu.Lock()
			sum += made
			mu.Unlock()
		}(uint64(w + 1))
	}
	group.Wait()
	took := time.Since(begun)
	agent.Close()
	fmt.Printf("%d %d\n", took.Nanoseconds(), sum)
}

// churn replaces one object in a table after the other, at random places; each points to one that is replaced with it or not.
func churn(state uint64, operations, live int) uint64 {
	table := make([]*node, live)
	var sum uint64
	for i := 0; i < operations; i++ {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		at := int(state % uint64(live))
		made := &node{}
		made.data[0] = state
		if old := table[(at+1)%live]; old != nil && state&3 == 0 {
			old.next = nil
			made.next = old
		}
		table[at] = made
		sum += made.data[0]
	}
	return sum
}
