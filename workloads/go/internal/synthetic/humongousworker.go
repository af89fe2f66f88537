package synthetic

import (
	"fmt"

	"tricolor.dev/go/internal/heap"
	"tricolor.dev/go/internal/spec"
)

// humongousSetting is what the knobs say: arrays that one worker keeps, and their sizes.
type humongousSetting struct {
	slots, minBytes, spanBytes int
}

// newHumongousSetting refuses parameters that make no array.
func newHumongousSetting(parameters *spec.Parameters) (humongousSetting, error) {
	min := parameters.Number("min-size")
	max := parameters.Number("max-size")
	if min > max {
		return humongousSetting{}, &spec.BadInput{
			Problem: "--min-size is larger than --max-size",
			Hint:    "give it a --max-size of at least " + spec.ShowBytes(min),
		}
	}
	live := parameters.Number("live")
	slots := live / ((min + max) / 2) / parameters.Number(spec.Threads)
	if slots < 1 || slots > 1<<24 {
		return humongousSetting{}, &spec.BadInput{
			Problem: fmt.Sprintf("--live %s makes %d arrays a thread", spec.ShowBytes(live), slots),
			Hint:    "choose it, the sizes and the threads so that there are 1 to 2^24",
		}
	}
	return humongousSetting{int(slots), int(min), int(max - min + 1)}, nil
}

// humongousWorker allocates large arrays, each replacing a random live one.
type humongousWorker struct {
	random              *heap.SplitMix64
	minBytes, spanBytes int
	live                [][]byte
	allocations         int64
	requestedBytes      int64
	checksum            uint64
	bytesEntered        int64
	bytesLeft           int64
	damaged             int64
}

func newHumongousWorker(setting humongousSetting, seed uint64) *humongousWorker {
	return &humongousWorker{
		random:    heap.NewSplitMix64(seed),
		minBytes:  setting.minBytes,
		spanBytes: setting.spanBytes,
		live:      make([][]byte, setting.slots),
	}
}

// Fill builds the live set.
func (w *humongousWorker) Fill() {
	for slot := range w.live {
		w.live[slot] = w.make()
		w.bytesEntered += int64(len(w.live[slot]))
	}
}

// Step replaces arrays.
func (w *humongousWorker) Step(operations int) {
	for i := 0; i < operations; i++ {
		slot := w.random.Below(len(w.live))
		left := w.live[slot]
		made := w.make()
		w.live[slot] = made
		w.bytesEntered += int64(len(made))
		w.bytesLeft += int64(len(left))
		w.read(left)
	}
}

// make makes an array with its number written at its first and last byte; the runtime zeroes what lies between.
func (w *humongousWorker) make() []byte {
	length := w.minBytes + w.random.Below(w.spanBytes)
	array := make([]byte, length)
	w.allocations++
	w.requestedBytes += int64(length)
	array[0] = byte(w.allocations)
	array[length-1] = byte(w.allocations)
	return array
}

func (w *humongousWorker) read(array []byte) {
	if array[0] != array[len(array)-1] || array[len(array)/2] != 0 {
		w.damaged++
	}
	w.checksum = heap.Mix(w.checksum ^ lengthAndMark(array))
}

func lengthAndMark(array []byte) uint64 {
	return uint64(len(array))*256 + uint64(array[0])
}

// Checksum of all arrays that left, and of those that live.
func (w *humongousWorker) Checksum() uint64 {
	fold := w.checksum
	for _, array := range w.live {
		fold = heap.Mix(fold ^ lengthAndMark(array))
	}
	return fold
}

// RequestedBytes so far.
func (w *humongousWorker) RequestedBytes() int64 {
	return w.requestedBytes
}

// Objects so far.
func (w *humongousWorker) Objects() int64 {
	return w.allocations
}

// Checks of the arrays.
func (w *humongousWorker) Checks(operationsDone int64) []spec.Check {
	liveBytes := int64(0)
	for _, array := range w.live {
		liveBytes += int64(len(array))
	}
	return []spec.Check{
		{Name: "live bytes", Expected: w.bytesEntered - w.bytesLeft, Found: liveBytes},
		{Name: "arrays, each once", Expected: int64(len(w.live)) + operationsDone, Found: w.allocations},
		{Name: "damaged arrays", Expected: 0, Found: w.damaged},
	}
}
