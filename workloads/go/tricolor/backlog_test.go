package tricolor

import (
	"bytes"
	"fmt"
	"testing"
)

func metricsText(at, value, count int) []byte {
	return []byte(fmt.Sprintf(`{"t":"metrics","at":%d,"v":{"a":%d,"only%d":1},"h":{"p":[[%d,%d]]}}`+"\n", at, value, at%3, at%4, count))
}

func TestFullBacklog_keepsValuesAndCounts(t *testing.T) {
	b := newBacklog(smallestBacklog, nil)
	var all bytes.Buffer
	const lines = 5000
	for i := 0; i < lines; i++ {
		text := metricsText(i, i, 1)
		all.Write(text)
		b.add(reading, text)
		if i%500 == 0 {
			b.add(happened, []byte(`{"t":"workload","at":1}`+"\n"))
			b.add(passing, []byte(`{"t":"process","at":1}`+"\n"))
		}
		if b.queued+len(b.unacked) > smallestBacklog {
			t.Fatalf("%d bytes held", b.queued)
		}
	}
	var held bytes.Buffer
	for {
		block, offset := b.next()
		if len(block) == 0 {
			break
		}
		held.Write(block)
		b.settle(offset + int64(len(block)))
	}
	kept := decode(t, held.Bytes())
	wantState, wantCounts := replay(decode(t, all.Bytes()))
	state, counts := replay(kept)
	if fmt.Sprint(state) != fmt.Sprint(wantState) || fmt.Sprint(counts) != fmt.Sprint(wantCounts) {
		t.Errorf("%v %v instead of %v %v", state, counts, wantState, wantCounts)
	}
	if n := len(ofType(kept, "workload")); n != lines/500 {
		t.Errorf("%d workload lines", n)
	}
	if merged := lines - len(ofType(kept, "metrics")); int64(merged) != b.lostLines || b.lostBytes <= 0 {
		t.Errorf("%d lines merged, %d lines and %d bytes counted", merged, b.lostLines, b.lostBytes)
	}
}

func TestBacklogWithoutReadings_dropsTheOldestThatMattersLeast(t *testing.T) {
	b := newBacklog(smallestBacklog, nil)
	for i := 0; i < 2000; i++ {
		b.add(pause, []byte(fmt.Sprintf(`{"t":"pauses","at":1,"cycle":%d}`+"\n", i)))
	}
	for i := 0; i < 10; i++ {
		b.add(happened, []byte(`{"t":"workload","at":1}`+"\n"))
	}
	block, _ := b.next()
	lines := decode(t, block)
	pauses := ofType(lines, "pauses")
	if len(ofType(lines, "workload")) != 10 || pauses[len(pauses)-1]["cycle"] != float64(1999) {
		t.Error("the newest or the most wanted are gone")
	}
	if int64(2000-len(pauses)) != b.lostLines {
		t.Errorf("%d are gone, %d counted", 2000-len(pauses), b.lostLines)
	}
}

func TestBlock_staysAsItIsUntilSettled(t *testing.T) {
	b := newBacklog(smallestBacklog, nil)
	b.add(reading, metricsText(1, 1, 1))
	first, offset := b.next()
	for i := 0; i < 2000; i++ {
		b.add(reading, metricsText(i, i, 1))
	}
	again, same := b.next()
	if !bytes.Equal(first, again) || offset != same {
		t.Error("a block changed after it may have been sent")
	}
	if !b.settle(offset + 5) { // taken in part
		t.Fatal("a part is refused")
	}
	if rest, at := b.next(); !bytes.Equal(rest, first[5:]) || at != offset+5 {
		t.Error("the rest is not the rest")
	}
	if b.settle(1) || b.settle(1<<40) {
		t.Error("an offset that can't be is taken")
	}
}
