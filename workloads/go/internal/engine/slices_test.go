package engine

import "testing"

// worked is one operation a nanosecond, in steps of that many.
func worked(operations int64, step int, start int64) *slices {
	s := &slices{}
	s.begin(operations, step, start)
	for done := int64(step); done < operations; done += int64(step) {
		s.reached(done, start+done)
	}
	s.reached(operations, start+operations)
	return s
}

func TestEvenWork_hasEvenSlices(t *testing.T) {
	means := meanSlices([]*slices{worked(2000, 10, 5), worked(2000, 10, 7)})
	if len(means) != sliceCount {
		t.Fatalf("are %v", means)
	}
	for _, mean := range means {
		if mean != 100 {
			t.Errorf("are %v", means)
		}
	}
}

func TestWorkThatTwentyDoesNotDivide_addsUpToo(t *testing.T) {
	sum := int64(0)
	for _, mean := range meanSlices([]*slices{worked(2017, 7, 0)}) {
		sum += mean
	}
	if sum != 2017 {
		t.Errorf("sum is %d", sum)
	}
}

func TestWorkBoundedByTimeOrTooSmall_hasNoSlices(t *testing.T) {
	if means := meanSlices([]*slices{worked(2000, 10, 0), {}}); means != nil {
		t.Errorf("bounded by time: %v", means)
	}
	if means := meanSlices([]*slices{worked(19, 1, 0)}); means != nil {
		t.Errorf("too small: %v", means)
	}
}
