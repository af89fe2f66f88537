package tricolor

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var spun uint64

// spin uses some hundred microseconds of CPU.
func spin(rounds int) {
	x := uint64(rounds) | 1
	for i := 0; i < rounds; i++ {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	atomic.AddUint64(&spun, x)
}

func needThreadCPU(t *testing.T) {
	t.Helper()
	if thread, _ := threadCPU(); thread == noThread {
		t.Skip("this platform does not tell a thread's CPU time, and the agent says so")
	}
}

// The same work on a locked thread, of which the kernel says what it used, is the instrument.
func TestOwnCPU_isWhatTheKernelSaysOfAThreadThatDoesNothingElse(t *testing.T) {
	needThreadCPU(t)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	spin(1 << 20)
	var own ownCPU
	_, before := threadCPU()
	for i := 0; i < 500; i++ {
		s := own.begin()
		spin(50_000)
		s.end()
	}
	_, after := threadCPU()
	got, known := own.total()
	if want := float64(after - before); !known || float64(got) < 0.7*want || float64(got) > 1.3*want {
		t.Errorf("%d ns in %d sections of which %d clean, but the thread used %.0f ns", got, own.sections.Load(), own.clean.Load(), want)
	}
}

// A thread's CPU time is other goroutines' too. Sections are interrupted here on purpose: the goroutine gives its thread away
// in the midst of every third one.
func TestOwnCPU_doesNotCountWhatOthersUsed(t *testing.T) {
	needThreadCPU(t)
	spin(1 << 20)
	alone := perSection(t, 300, nil)
	stop := make(chan struct{})
	var busy sync.WaitGroup
	for i := 0; i < 2*runtime.GOMAXPROCS(0); i++ {
		busy.Add(1)
		go func() {
			defer busy.Done()
			for {
				select {
				case <-stop:
					return
				default:
					spin(100_000)
				}
			}
		}()
	}
	among := perSection(t, 300, runtime.Gosched)
	close(stop)
	busy.Wait()
	if among > 4*alone {
		t.Errorf("%v in a section among busy goroutines, %v alone", among, alone)
	}
}

func perSection(t *testing.T, sections int, interrupt func()) time.Duration {
	t.Helper()
	var own ownCPU
	for i := 0; i < sections; i++ {
		s := own.begin()
		spin(50_000)
		if interrupt != nil && i%3 == 0 {
			interrupt()
		}
		s.end()
	}
	total, known := own.total()
	if !known {
		t.Fatalf("none of %d sections was clean", sections)
	}
	return time.Duration(total / int64(sections))
}

func TestAgentsCPU_isPartOfTheProcesss(t *testing.T) {
	needThreadCPU(t)
	dashboard := newTestDashboard(t)
	user, system, _ := processCPU()
	a, _ := observed(t, dashboard.server.URL)
	eventually(t, "a hundred readings", func() bool { return a.reading.sections.Load() > 100 })
	a.Close()
	userNow, systemNow, _ := processCPU()
	own, known := a.cpuNs()
	if process := userNow + systemNow - user - system; !known || own <= 0 || own > process {
		t.Errorf("the agent says %d ns (known: %v), the process used %d ns", own, known, process)
	}
	told := ofType(decode(t, dashboard.held()), "agent")
	if last := told[len(told)-1]["cpuNs"]; last == nil || last.(float64) <= 0 || last.(float64) > float64(own) {
		t.Errorf("told %v, but it is %d", last, own)
	}
}
