package tricolor

import (
	"runtime/debug"
	"time"
)

// pauseReader says how long each finished cycle stopped the world. Not thread-safe.
//
// debug.ReadGCStats copies the runtime's last 256 pauses under the heap's lock; unlike runtime.ReadMemStats it does not stop
// the world (readGCStats_m in runtime/mstats.go, Go 1.19 to 1.26).
type pauseReader struct {
	stats debug.GCStats
	next  int64 // the first cycle not told yet, from 1
}

func newPauseReader() *pauseReader {
	return &pauseReader{
		stats: debug.GCStats{Pause: make([]time.Duration, 0, 2*256+3), PauseEnd: make([]time.Time, 0, 256)},
		next:  1,
	}
}

// read calls back for each cycle that has finished since the last call, oldest first; more than 256 at once are gone.
func (p *pauseReader) read(each func(cycle int64, end time.Time, pause time.Duration)) {
	debug.ReadGCStats(&p.stats)
	known := int64(len(p.stats.Pause))
	if p.next < p.stats.NumGC-known+1 {
		p.next = p.stats.NumGC - known + 1
	}
	for ; p.next <= p.stats.NumGC; p.next++ {
		i := p.stats.NumGC - p.next
		each(p.next, p.stats.PauseEnd[i], p.stats.Pause[i])
	}
}
