package tricolor

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// collecting takes all processors and collects all the time, until it is stopped.
func collecting() (stop func()) {
	var ended atomic.Bool
	var all sync.WaitGroup
	for i := 0; i < runtime.GOMAXPROCS(0); i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			table := make([]*[8]*int, 10_000)
			for n := 0; !ended.Load(); n++ {
				table[n%len(table)] = new([8]*int)
			}
		}()
	}
	return func() {
		ended.Store(true)
		all.Wait()
	}
}

// some lets half a second pass as the sampling goroutine does, and answers how many readings were due by the clock and by a
// collection's end.
func some(p *pace, m *runtimeMetrics) (ticks, ends int) {
	never := make(chan struct{})
	for until := time.Now().Add(time.Second / 2); time.Now().Before(until); {
		heard := p.heard
		p.heard = false
		p.wait(never)
		if p.heard {
			ends++
		} else {
			ticks++
		}
		p.heard = p.heard || heard
	}
	m.read()
	p.choose(m.work())
	return ticks, ends
}

// until goes on until collections set the pace, or the clock does.
func until(t *testing.T, p *pace, m *runtimeMetrics, armed bool) {
	t.Helper()
	for i := 0; p.armed != armed; i++ {
		if i == 60 {
			t.Fatalf("after %d choices collections set the pace: %v", i, p.armed)
		}
		some(p, m)
	}
}

func TestPace_isOfCollectionsWhereTheProgramTakesAllProcessors(t *testing.T) {
	p, m := newPace(DefaultInterval), newRuntimeMetrics(runtime.Version())
	defer p.stop()
	if ticks, ends := some(p, m); ticks < 2 || ends != 0 {
		t.Errorf("idle: %d readings by the clock, %d by collections", ticks, ends)
	}
	stop := collecting()
	defer stop()
	until(t, p, m, true)
	if ticks, ends := some(p, m); ends < 2 || ends > 8 || ticks > 1 {
		t.Errorf("collecting: %d readings by collections, %d by the clock", ends, ticks)
	}
	stop()
	until(t, p, m, false)
	if ticks, ends := some(p, m); ticks < 2 || ends != 0 {
		t.Errorf("idle again: %d readings by the clock, %d by collections", ticks, ends)
	}
}

// Go runs all finalizers one after the other: one that blocks takes ours with it.
func TestPace_isOfTheClockForGoodWhereAnotherFinalizerBlocks(t *testing.T) {
	p, m := newPace(DefaultInterval), newRuntimeMetrics(runtime.Version())
	defer p.stop()
	stop := collecting()
	defer stop()
	until(t, p, m, true)
	release, blocked := make(chan struct{}), make(chan struct{})
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) { close(blocked); <-release })
	defer close(release)
	<-blocked
	until(t, p, m, false)
	for i := 0; i < 2; i++ {
		if ticks, _ := some(p, m); p.armed || ticks < 2 {
			t.Fatalf("collections set the pace: %v; %d readings by the clock", p.armed, ticks)
		}
	}
	if !p.deaf {
		t.Error("it would try again")
	}
}
