package tricolor

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"testing"
)

// A reading holds numbers of one cycle: then the goal is marked + (marked + stacks + globals) * GOGC / 100, to the byte
// (runtime/mgcpacer.go). Without a second look, some of these readings mix two cycles.
func TestReadingIsOfOneCycle(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	m := newRuntimeMetrics(runtime.Version())
	if _, known := m.missing[liveMetric]; known {
		t.Skip(runtime.Version() + " does not measure the live heap")
	}
	stop := make(chan struct{})
	var allocating sync.WaitGroup
	for i := 0; i < runtime.GOMAXPROCS(0); i++ {
		allocating.Add(1)
		go func() {
			defer allocating.Done()
			live := make([]*[128]byte, 50_000)
			for n := 0; ; n++ {
				select {
				case <-stop:
					return
				default:
					live[n%len(live)] = new([128]byte)
				}
			}
		}()
	}
	runtime.GC()
	cycles := map[uint64]bool{}
	for readings := 0; len(cycles) < 30 || readings < 2000; readings++ {
		m.read()
		v := m.now()
		live := v[liveMetric]
		if live < 8<<20 {
			continue // the goal's least value could be in force
		}
		cycles[v[cyclesMetric]] = true
		formula := live + live + v["/gc/scan/stack:bytes"] + v["/gc/scan/globals:bytes"]
		if goal := v["/gc/heap/goal:bytes"]; goal != formula {
			t.Errorf("cycle %d: goal %d, formula %d", v[cyclesMetric], goal, formula)
		}
	}
	close(stop)
	allocating.Wait()
}

// now is the last reading's whole numbers by name.
func (m *runtimeMetrics) now() map[string]uint64 {
	values := map[string]uint64{}
	for _, s := range m.samples {
		if s.Value.Kind() == metrics.KindUint64 {
			values[s.Name] = s.Value.Uint64()
		}
	}
	return values
}
