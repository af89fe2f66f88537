package tricolor

import (
	"math"
	"runtime/metrics"
	"strconv"
	"strings"
)

const (
	gogcMetric     = "/gc/gogc:percent"
	memlimitMetric = "/gc/gomemlimit:bytes"
	liveMetric     = "/gc/heap/live:bytes"
	cyclesMetric   = "/gc/cycles/total:gc-cycles"
)

// mostReads is how often a reading is tried in whose midst a cycle ended: one takes microseconds, a cycle far longer.
const mostReads = 4

// expected is what the dashboard shows and older runtimes lack, with the release that brought it.
var expected = []struct{ name, since string }{
	{"/cpu/classes/gc/total:cpu-seconds", "1.20"},
	{liveMetric, "1.21"},
	{gogcMetric, "1.21"},
	{memlimitMetric, "1.21"},
	{"/gc/scan/heap:bytes", "1.21"},
	{"/sched/pauses/total/gc:seconds", "1.22"},
}

// runtimeMetrics reads all that this runtime measures and says what changed since the last time. Not thread-safe.
type runtimeMetrics struct {
	samples []metrics.Sample
	cycle   [1]metrics.Sample
	keys    [][]byte
	known   []bool
	last    []uint64   // as bits, by sample
	counts  [][]uint64 // histograms, by sample
	missing map[string]string
}

// newRuntimeMetrics finds out what there is. Left out are the counters of GODEBUG settings, sizes of objects by class, and
// the pause histogram's old name where it has a new one.
func newRuntimeMetrics(version string) *runtimeMetrics {
	m := &runtimeMetrics{cycle: [1]metrics.Sample{{Name: cyclesMetric}}, missing: map[string]string{}}
	has := map[string]bool{}
	for _, d := range metrics.All() {
		has[d.Name] = d.Kind != metrics.KindBad
	}
	for _, d := range metrics.All() {
		old := d.Name == "/gc/pauses:seconds" && has["/sched/pauses/total/gc:seconds"]
		if d.Kind == metrics.KindBad || old || strings.HasPrefix(d.Name, "/godebug/") || strings.Contains(d.Name, "-by-size:") {
			continue
		}
		m.samples = append(m.samples, metrics.Sample{Name: d.Name})
		m.keys = append(m.keys, quoted(d.Name))
	}
	m.known = make([]bool, len(m.samples))
	m.last = make([]uint64, len(m.samples))
	m.counts = make([][]uint64, len(m.samples))
	for _, e := range expected {
		if !has[e.name] {
			m.missing[e.name] = version + " does not measure it; " + e.since + " and newer do"
		}
	}
	return m
}

// read takes all of them between the ends of the same two cycles. metrics.Read reads one after the other, and where a cycle
// ends in its midst, the goal is of one cycle and the live heap of another; then it is done again. The runtime counts a
// cycle in the same stop of the world in which it sets live, scan and goal.
func (m *runtimeMetrics) read() {
	for try := 0; try < mostReads; try++ {
		before := m.cycles()
		metrics.Read(m.samples)
		if m.cycles() == before {
			return
		}
	}
}

func (m *runtimeMetrics) cycles() uint64 {
	metrics.Read(m.cycle[:])
	if m.cycle[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return m.cycle[0].Value.Uint64()
}

// buckets answers a line for each histogram.
func (m *runtimeMetrics) buckets(l *line, at int64) [][]byte {
	var lines [][]byte
	for i := range m.samples {
		if m.samples[i].Value.Kind() != metrics.KindFloat64Histogram {
			continue
		}
		l.start("buckets", at)
		l.string("name", m.samples[i].Name)
		l.key("bounds")
		l.text = append(l.text, '[')
		for j, bound := range m.samples[i].Value.Float64Histogram().Buckets {
			if j > 0 {
				l.text = append(l.text, ',')
			}
			l.text = appendNumber(l.text, bound)
		}
		l.text = append(l.text, ']')
		lines = append(lines, l.end())
	}
	return lines
}

// delta adds "v" and "h" to a line: values that changed, and counts that were added, since the last call.
func (m *runtimeMetrics) delta(l *line) {
	l.open("v")
	for i := range m.samples {
		value := m.samples[i].Value
		var bits uint64
		switch value.Kind() {
		case metrics.KindUint64:
			bits = value.Uint64()
		case metrics.KindFloat64:
			bits = math.Float64bits(value.Float64())
		default:
			continue
		}
		if m.known[i] && m.last[i] == bits {
			continue
		}
		m.known[i], m.last[i] = true, bits
		m.rawKey(l, i)
		if value.Kind() == metrics.KindUint64 {
			l.text = appendUnsigned(l.text, bits)
		} else {
			l.text = appendNumber(l.text, value.Float64())
		}
	}
	l.close()
	l.open("h")
	for i := range m.samples {
		if m.samples[i].Value.Kind() == metrics.KindFloat64Histogram {
			m.histogram(l, i, m.samples[i].Value.Float64Histogram().Counts)
		}
	}
	l.close()
}

func (m *runtimeMetrics) histogram(l *line, i int, counts []uint64) {
	if len(m.counts[i]) != len(counts) {
		m.counts[i] = make([]uint64, len(counts))
	}
	any := false
	for bucket, count := range counts {
		added := count - m.counts[i][bucket]
		if added == 0 {
			continue
		}
		m.counts[i][bucket] = count
		if any {
			l.text = append(l.text, ',')
		} else {
			m.rawKey(l, i)
			l.text = append(l.text, '[')
			any = true
		}
		l.text = append(l.text, '[')
		l.text = strconv.AppendInt(l.text, int64(bucket), 10)
		l.text = append(l.text, ',')
		l.text = strconv.AppendUint(l.text, added, 10)
		l.text = append(l.text, ']')
	}
	if any {
		l.text = append(l.text, ']')
	}
}

func (m *runtimeMetrics) rawKey(l *line, i int) {
	if l.text[len(l.text)-1] != '{' {
		l.text = append(l.text, ',')
	}
	l.text = append(l.text, m.keys[i]...)
	l.text = append(l.text, ':')
}

// forget makes the next delta hold every value; counts of histograms go on from where they are.
func (m *runtimeMetrics) forget() {
	for i := range m.known {
		m.known[i] = false
	}
}

// work answers what the program had done when the last cycle ended; before 1.20 the runtime does not tell.
func (m *runtimeMetrics) work() work {
	cycles, _ := m.uint(cyclesMetric)
	return work{cycles, m.seconds("/cpu/classes/total:cpu-seconds"), m.seconds("/cpu/classes/idle:cpu-seconds") + m.seconds("/cpu/classes/gc/mark/idle:cpu-seconds")}
}

// seconds answers the CPU time last read of a metric; 0 where this runtime lacks it.
func (m *runtimeMetrics) seconds(name string) float64 {
	for i := range m.samples {
		if m.samples[i].Name == name && m.samples[i].Value.Kind() == metrics.KindFloat64 {
			return m.samples[i].Value.Float64()
		}
	}
	return 0
}

// uint answers the value last read of a metric; false where this runtime lacks it.
func (m *runtimeMetrics) uint(name string) (int64, bool) {
	for i := range m.samples {
		if m.samples[i].Name == name && m.samples[i].Value.Kind() == metrics.KindUint64 {
			return int64(m.samples[i].Value.Uint64()), true
		}
	}
	return 0, false
}

// inUse answers the bytes that count against the memory limit and that no collection frees: what the last cycle marked (before
// 1.21 all that the heap holds, dead objects too), and what the runtime has beside the heap's objects, as its pacer counts it.
func (m *runtimeMetrics) inUse() (live, rest int64) {
	of := func(name string) int64 {
		bytes, _ := m.uint(name)
		return bytes
	}
	objects := of("/memory/classes/heap/objects:bytes")
	live, has := m.uint(liveMetric)
	if !has {
		live = objects
	}
	return live, of("/memory/classes/total:bytes") - of("/memory/classes/heap/released:bytes") - of("/memory/classes/heap/free:bytes") - objects
}

// appendUnsigned writes a counter. Beyond int64 lies nothing but GOGC=off, which the runtime keeps as -1 in 64 bits.
func appendUnsigned(text []byte, value uint64) []byte {
	return strconv.AppendInt(text, int64(value), 10)
}
