package tricolor

import (
	"math/rand"
	"runtime"
	"sync/atomic"
	"time"
)

// watch is how often a reading is taken by the clock while collections set the pace.
const watch = time.Second

// mostTurns of the scheduler are waited for between a collection and its reading.
const mostTurns = 8

// pace says when to read: at every tick, or, in a program that takes all its processors and collects all the time, when a
// collection has ended.
//
// There a timer costs more than what it is for: it wakes a thread beside those that the program has processors for, and Linux then
// leaves a processor idle for milliseconds while threads of the program wait for another one (docs/decisions.md). A finalizer
// runs on a thread that is awake anyway. All methods but isDue are for the sampling goroutine.
type pace struct {
	interval time.Duration
	ticker   *time.Ticker
	ended    chan struct{} // a collection has ended and a reading is due

	random *rand.Rand

	base  time.Time
	due   atomic.Int64 // the next reading, as time since base
	chain atomic.Int64 // the sentinels that count; others end
	armed bool         // collections set the pace
	heard bool         // a sentinel has called since the last choice
	deaf  bool         // somebody else's finalizer holds up ours

	since time.Time // of the last choice, with what it was made by
	done  work
	apart time.Duration // between two collections, in the mean
}

func newPace(interval time.Duration) *pace {
	now := time.Now()
	return &pace{interval: interval, ticker: time.NewTicker(interval), ended: make(chan struct{}, 1), random: rand.New(rand.NewSource(now.UnixNano())), base: now}
}

// wait waits for the next reading; false where closing comes first.
func (p *pace) wait(closing <-chan struct{}) bool {
	p.due.Store(int64(time.Since(p.base) + p.interval - p.apart/2))
	for {
		select {
		case <-p.ticker.C:
			if !p.armed || p.isDue() {
				return true
			}
		case <-p.ended:
			p.heard = true
			p.drift()
			return true
		case <-closing:
			return false
		}
	}
}

func (p *pace) isDue() bool {
	return int64(time.Since(p.base)) >= p.due.Load()
}

// drift lets a part of the time until the next collection pass, any part, so that readings are not all of a heap that has just
// been collected. Where there is work for all processors a goroutine that steps back gets its turn within 10 ms; where there is
// not, it would spin.
func (p *pace) drift() {
	until := time.Now().Add(time.Duration(p.random.Int63n(int64(p.apart) + 1)))
	for turn := 0; turn < mostTurns && time.Now().Before(until); turn++ {
		runtime.Gosched()
	}
}

// work is what a program has done since its start.
type work struct {
	cycles int64
	all    float64 // seconds that it had of its processors
	unused float64 // of these, what it left idle or to marking at leisure
}

// choose chooses for the next second, by what the program has done since the last call.
func (p *pace) choose(done work) {
	first, took, before := p.since.IsZero(), time.Since(p.since), p.done
	p.since, p.done = time.Now(), done
	// NaN where there was no cycle, or before Go 1.20: below nothing, so the clock stays
	unused := (done.unused - before.unused) / (done.all - before.all)
	collected := float64(done.cycles-before.cycles) / float64(took) * float64(p.interval) // per reading
	switch {
	case first: // nothing to compare with
	case p.armed && !p.heard:
		p.deaf = collected >= 1.5
		p.disarm()
	case p.armed && !(unused < 0.2 && collected > 1.5):
		p.disarm()
	case !p.armed && !p.deaf && unused < 0.1 && collected > 2:
		p.armed = true
		p.ticker.Reset(watch)
		p.arm(p.chain.Add(1))
	}
	p.heard, p.apart = false, 0
	if p.armed {
		p.apart = time.Duration(float64(p.interval) / collected)
	}
}

func (p *pace) disarm() {
	p.armed = false
	p.chain.Add(1)
	p.ticker.Reset(p.interval)
}

func (p *pace) stop() {
	p.disarm()
	p.ticker.Stop()
}

// sentinel is an object that nothing refers to: the next collection has its finalizer run.
type sentinel struct {
	of    *pace
	chain int64
}

func (p *pace) arm(chain int64) {
	runtime.SetFinalizer(&sentinel{p, chain}, (*sentinel).collected)
}

// collected runs on the goroutine of all finalizers, so it waits for nothing.
func (s *sentinel) collected() {
	p := s.of
	if p.chain.Load() != s.chain {
		return
	}
	if p.isDue() {
		select {
		case p.ended <- struct{}{}:
		default:
		}
	}
	p.arm(s.chain)
}
