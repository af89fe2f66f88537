// A program that allocates, and samples itself into a file in the form of a Go process's log, as faithfully and as
// simply as can be: the truth test compares what the dashboard makes of it with the runtime's own trace.
//
// Arguments: the file to write, how many objects to allocate.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

const interval = 20 * time.Millisecond

type node struct {
	next *node
	load [6]uint64
}

var began = time.Now()

// now is wall clock at the start plus the monotonic clock since.
func now() int64 { return began.UnixNano() + int64(time.Since(began)) }

type sampler struct {
	out      *json.Encoder
	samples  []metrics.Sample
	values   map[string]float64
	counts   map[string][]uint64
	cycles   int64
	gcStats  debug.GCStats
	finished chan struct{}
	stop     chan struct{}
}

type line map[string]any

func newSampler(file *os.File) *sampler {
	s := &sampler{out: json.NewEncoder(file), values: map[string]float64{}, counts: map[string][]uint64{},
		finished: make(chan struct{}), stop: make(chan struct{})}
	for _, d := range metrics.All() {
		s.samples = append(s.samples, metrics.Sample{Name: d.Name})
	}
	s.write(line{"t": "info", "agent": "truth test", "go": runtime.Version(), "goos": runtime.GOOS, "goarch": runtime.GOARCH,
		"procs": runtime.GOMAXPROCS(0), "cpus": runtime.NumCPU(), "pid": os.Getpid(), "start": began.UnixNano(),
		"intervalNs": int64(interval), "args": os.Args[:1]})
	return s
}

func (s *sampler) write(l line) {
	if _, ok := l["at"]; !ok {
		l["at"] = now()
	}
	if err := s.out.Encode(l); err != nil {
		panic(err)
	}
}

func (s *sampler) run() {
	tick := time.NewTicker(interval)
	for {
		select {
		case <-tick.C:
			s.read()
		case <-s.stop:
			s.read()
			close(s.finished)
			return
		}
	}
}

func (s *sampler) read() {
	// Of one cycle: metrics.Read reads one after the other, and a cycle may end in its midst.
	for cycles := ended(); ; {
		metrics.Read(s.samples)
		now := ended()
		if now == cycles {
			break
		}
		cycles = now
	}
	v, h := map[string]any{}, map[string]any{}
	for _, m := range s.samples {
		switch m.Value.Kind() {
		case metrics.KindUint64:
			if m.Name == "/gc/gogc:percent" && m.Value.Uint64() > math.MaxInt32 {
				s.changed(v, m.Name, -1)
			} else {
				s.changed(v, m.Name, float64(m.Value.Uint64()))
			}
		case metrics.KindFloat64:
			s.changed(v, m.Name, m.Value.Float64())
		case metrics.KindFloat64Histogram:
			s.histogram(h, m.Name, m.Value.Float64Histogram())
		}
	}
	s.write(line{"t": "metrics", "v": v, "h": h})
	s.pauses()
	s.process()
}

// ended is how many cycles have ended.
func ended() uint64 {
	sample := []metrics.Sample{{Name: "/gc/cycles/total:gc-cycles"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func (s *sampler) changed(v map[string]any, name string, value float64) {
	if old, ok := s.values[name]; !ok || old != value {
		s.values[name] = value
		v[name] = value
	}
}

func (s *sampler) histogram(h map[string]any, name string, now *metrics.Float64Histogram) {
	old, known := s.counts[name]
	if !known {
		bounds := []any{}
		for _, b := range now.Buckets {
			if math.IsInf(b, 0) {
				bounds = append(bounds, nil)
			} else {
				bounds = append(bounds, b)
			}
		}
		s.write(line{"t": "buckets", "name": name, "bounds": bounds})
		old = make([]uint64, len(now.Counts))
	}
	added := [][2]uint64{}
	for i, n := range now.Counts {
		if n > old[i] {
			added = append(added, [2]uint64{uint64(i), n - old[i]})
		}
	}
	s.counts[name] = append([]uint64(nil), now.Counts...)
	if len(added) > 0 {
		h[name] = added
	}
}

// pauses writes each cycle that has finished since the last call. ReadGCStats keeps the last 256.
func (s *sampler) pauses() {
	debug.ReadGCStats(&s.gcStats)
	for n := s.cycles + 1; n <= s.gcStats.NumGC; n++ {
		i := s.gcStats.NumGC - n
		s.write(line{"t": "pauses", "cycle": n, "end": s.gcStats.PauseEnd[i].UnixNano(), "pauseNs": int64(s.gcStats.Pause[i])})
	}
	s.cycles = s.gcStats.NumGC
}

func cpu() (user, system int64) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return u.Utime.Nano(), u.Stime.Nano()
}

func (s *sampler) process() {
	user, system := cpu()
	s.write(line{"t": "process", "userNs": user, "systemNs": system})
}

var sink [2]*node

func allocate(worker, objects int, done *atomic.Int64) {
	live := make([]*node, 40_000)
	x := uint32(worker + 1)
	for i := 0; i < objects; i++ {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		n := &node{next: live[(x>>8)%uint32(len(live))]}
		n.load[0] = uint64(i)
		if n.next != nil {
			n.next.next = nil
		}
		live[x%uint32(len(live))] = n
		sink[worker] = n
		done.Add(1)
	}
}

func main() {
	objects, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	file, err := os.Create(os.Args[1])
	if err != nil {
		panic(err)
	}
	s := newSampler(file)
	s.read()
	go s.run()
	var done atomic.Int64
	var workers sync.WaitGroup
	for w := 0; w < 2; w++ {
		workers.Add(1)
		go func(w int) {
			defer workers.Done()
			allocate(w, objects/2, &done)
		}(w)
	}
	workers.Wait()
	runtime.GC()
	debug.SetGCPercent(-1) // no cycle may begin behind the last reading
	close(s.stop)
	<-s.finished
	user, system := cpu()
	if err := file.Close(); err != nil {
		panic(err)
	}
	fmt.Printf("{\"objects\":%d,\"userNs\":%d,\"systemNs\":%d,\"cycles\":%d}\n", done.Load(), user, system, s.cycles)
}
