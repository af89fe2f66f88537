package tricolor

import (
	"bytes"
	"encoding/json"
	"os"
)

// kind says what may become of a line that can't be sent for long.
type kind byte

const (
	header   kind = iota // info, buckets: kept
	reading              // metrics: merged into the next one
	passing              // process, agent: dropped, oldest first
	pause                // pauses: dropped after those
	happened             // workload, knob: dropped last
)

const (
	largestBlock  = 256 << 10 // bytes of one request; the dashboard takes 1 MiB
	entryOverhead = 48        // bytes that a held line takes beside its text
)

type entry struct {
	kind kind
	text []byte
}

// backlog holds the lines that the dashboard has not acknowledged, within a bound. Not thread-safe.
//
// Lines wait in a queue, where they may still be merged or dropped. Once a request has carried them their bytes and their
// offset stand: the dashboard may have appended them although its answer was lost.
type backlog struct {
	limit     int
	queue     []entry
	queued    int // bytes, overhead included
	block     []entry
	unacked   []byte // of block, what the dashboard has not acknowledged
	offset    int64  // where unacked begins in the log
	lostBytes int64
	lostLines int64
	tee       *os.File
}

func newBacklog(limit int, tee *os.File) *backlog {
	return &backlog{limit: limit, tee: tee}
}

func cost(e entry) int {
	return len(e.text) + entryOverhead
}

func (b *backlog) add(k kind, text []byte) {
	b.queue = append(b.queue, entry{k, text})
	b.queued += len(text) + entryOverhead
	for b.queued+len(b.unacked) > b.limit && b.thin() {
	}
}

// bytes answers how many are held.
func (b *backlog) bytes() int {
	n := len(b.unacked)
	for _, e := range b.queue {
		n += len(e.text)
	}
	return n
}

// thin makes room: merges the two oldest readings, else drops the oldest line that matters least. False where nothing is left.
func (b *backlog) thin() bool {
	if first, second := b.oldest(reading, 0), -1; first >= 0 {
		if second = b.oldest(reading, first+1); second >= 0 {
			b.merge(first, second)
			return true
		}
	}
	for _, k := range []kind{passing, pause, happened} {
		if i := b.oldest(k, 0); i >= 0 && i < len(b.queue)-1 {
			b.lost(len(b.queue[i].text))
			b.remove(i)
			return true
		}
	}
	return false
}

func (b *backlog) oldest(k kind, from int) int {
	for i := from; i < len(b.queue); i++ {
		if b.queue[i].kind == k {
			return i
		}
	}
	return -1
}

func (b *backlog) lost(bytes int) {
	b.lostBytes += int64(bytes)
	b.lostLines++
}

func (b *backlog) remove(i int) {
	b.queued -= cost(b.queue[i])
	b.queue = append(b.queue[:i], b.queue[i+1:]...)
}

func (b *backlog) replace(i int, text []byte) {
	b.queued += len(text) - len(b.queue[i].text)
	b.queue[i].text = text
}

// merge puts an older reading into a newer one, so that no value and no count is missing from what follows.
func (b *backlog) merge(older, newer int) {
	before := len(b.queue[older].text) + len(b.queue[newer].text)
	merged := mergeReadings(b.queue[older].text, b.queue[newer].text)
	b.lost(before - len(merged))
	b.replace(newer, merged)
	b.remove(older)
}

// next answers what to send and its offset; the same as before until it is settled. Nothing where the queue is empty.
func (b *backlog) next() ([]byte, int64) {
	if len(b.unacked) == 0 && len(b.queue) > 0 {
		n, taken := 0, 0
		for n < len(b.queue) && (n == 0 || taken+len(b.queue[n].text) <= largestBlock) {
			taken += len(b.queue[n].text)
			b.queued -= cost(b.queue[n])
			n++
		}
		b.block = append([]entry(nil), b.queue[:n]...)
		b.queue = append([]entry(nil), b.queue[n:]...)
		b.unacked = make([]byte, 0, taken)
		for _, e := range b.block {
			b.unacked = append(b.unacked, e.text...)
		}
		if b.tee != nil {
			b.tee.WriteAt(b.unacked, b.offset)
		}
	}
	return b.unacked, b.offset
}

// settle takes how many bytes the dashboard holds. False where that is none of the offsets since the last acknowledgement:
// it has lost what it had, and all has to begin again at its offset.
func (b *backlog) settle(held int64) bool {
	if held < b.offset || held > b.offset+int64(len(b.unacked)) {
		return false
	}
	b.unacked = b.unacked[held-b.offset:]
	b.offset = held
	if len(b.unacked) == 0 {
		b.block, b.unacked = nil, nil
	}
	return true
}

// restart goes on at another offset with new headers and one reading that holds all of those that wait.
func (b *backlog) restart(held int64, headers [][]byte, complete []byte) {
	if held < b.offset {
		b.lostBytes += b.offset - held
	}
	if b.tee != nil {
		b.tee.Truncate(held)
	}
	waiting := append(b.block, b.queue...)
	b.block, b.unacked, b.offset = nil, nil, held
	b.queue, b.queued = nil, 0
	if held > 0 { // it may end in the middle of a line
		b.put(entry{header, []byte("\n")})
	}
	for _, text := range headers {
		b.put(entry{header, text})
	}
	rest := make([]entry, 0, len(waiting))
	for _, e := range waiting {
		switch e.kind {
		case header:
		case reading:
			before := len(complete)
			complete = mergeReadings(e.text, complete)
			b.lost(before + len(e.text) - len(complete))
		default:
			rest = append(rest, e)
		}
	}
	b.put(entry{reading, complete})
	for _, e := range rest {
		b.put(e)
	}
}

func (b *backlog) put(e entry) {
	b.queue = append(b.queue, e)
	b.queued += cost(e)
}

type readingText struct {
	T  string                     `json:"t"`
	At int64                      `json:"at"`
	V  map[string]json.RawMessage `json:"v"`
	H  map[string][][2]uint64     `json:"h"`
}

// mergeReadings answers one reading at the time of the newer: values of the newer where both have them, counts added up.
func mergeReadings(older, newer []byte) []byte {
	var a, b readingText
	if json.Unmarshal(older, &a) != nil || json.Unmarshal(newer, &b) != nil {
		return newer // both are our own lines
	}
	for name, value := range a.V {
		if _, has := b.V[name]; !has {
			b.V[name] = value
		}
	}
	for name, added := range a.H {
		b.H[name] = addCounts(added, b.H[name])
	}
	text, err := json.Marshal(b)
	if err != nil {
		return newer
	}
	return append(bytes.TrimSpace(text), '\n')
}

// addCounts adds two lists of [bucket, count], each in the order of buckets.
func addCounts(a, b [][2]uint64) [][2]uint64 {
	sum := make([][2]uint64, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0][0] < b[0][0]:
			sum, a = append(sum, a[0]), a[1:]
		case a[0][0] > b[0][0]:
			sum, b = append(sum, b[0]), b[1:]
		default:
			sum = append(sum, [2]uint64{a[0][0], a[0][1] + b[0][1]})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(sum, a...), b...)
}
