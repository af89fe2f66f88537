package tricolor

import (
	"runtime"
	"sync/atomic"
	"time"
)

// The methods here need a.mu.

// recording says whether lines are still taken, and writes the first ones.
func (a *Agent) recording() bool {
	if a.closed || atomic.LoadInt32(&a.broken) != 0 {
		return false
	}
	a.begin()
	return true
}

func (a *Agent) begin() {
	if a.begun {
		return
	}
	a.begun = true
	a.metrics = newRuntimeMetrics(runtime.Version())
	a.pauses = newPauseReader()
	a.memory = newProcessMemory()
	a.metrics.read()
	a.firstKnobs()
	a.headers = a.describe()
	for _, text := range a.headers {
		a.add(header, text)
	}
}

// add holds a line, and calls the sender every half second, or when there is much. The sender has no clock of its own: a
// timer less that wakes a thread.
func (a *Agent) add(k kind, text []byte) {
	a.backlog.add(k, text)
	if a.backlog.queued > largestBlock/4 || time.Since(a.called) >= sendEvery {
		a.called = time.Now()
		select {
		case a.full <- struct{}{}:
		default:
		}
	}
}

// read adds a metrics line, changed knobs, and the pauses of cycles that have finished.
func (a *Agent) read() {
	a.metrics.read()
	a.add(reading, a.metricsLine())
	a.seeKnobs()
	a.pauses.read(func(cycle int64, end time.Time, stopped time.Duration) {
		a.line.start("pauses", a.now())
		a.line.integer("cycle", cycle)
		a.line.integer("end", end.UnixNano())
		a.line.integer("pauseNs", int64(stopped))
		a.add(pause, a.line.end())
	})
}

func (a *Agent) metricsLine() []byte {
	a.line.start("metrics", a.now())
	a.metrics.delta(&a.line)
	return a.line.end()
}

func (a *Agent) everySecond() {
	a.second = time.Now()
	a.process()
	l := &a.line
	l.start("agent", a.now())
	l.integer("sentBytes", a.backlog.offset)
	l.integer("backlogBytes", int64(a.backlog.bytes()))
	l.integer("lostBytes", a.backlog.lostBytes)
	l.integer("lostLines", a.backlog.lostLines)
	l.integer("failures", a.failures.Load())
	if cpu, known := a.cpuNs(); known {
		l.integer("cpuNs", cpu)
	}
	a.add(passing, l.end())
}

func (a *Agent) process() {
	l := &a.line
	l.start("process", a.now())
	if user, system, known := processCPU(); known {
		l.integer("userNs", user)
		l.integer("systemNs", system)
	}
	memory := a.memory.read()
	for _, field := range []struct {
		name  string
		bytes int64
	}{{"rss", memory.rss}, {"peakRss", memory.peakRss}, {"swap", memory.swap}} {
		if field.bytes >= 0 {
			l.integer(field.name, field.bytes)
		}
	}
	a.add(passing, l.end())
}
