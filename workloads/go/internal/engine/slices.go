package engine

import "math"

// sliceCount is how many slices there are of a thread's operations.
const sliceCount = 20

// slices is how long each twentieth of a thread's measured operations took: shows whether a run became steady. Written by
// its own thread, read after it has ended.
type slices struct {
	ends        [sliceCount]int64
	quota, next int64
	start       int64
	done        int
}

// begin keeps nothing where the work is not bounded by a number of operations that twenty divides well.
func (s *slices) begin(operations int64, perStep int, nanos int64) {
	*s = slices{start: nanos, quota: math.MaxInt64, next: math.MaxInt64}
	if operations < math.MaxInt64 && operations/int64(perStep) >= sliceCount {
		s.quota = operations
		s.next = s.boundary(1)
	}
}

// reached tells that so many operations are done.
func (s *slices) reached(operations, nanos int64) {
	for operations >= s.next && s.done < sliceCount {
		s.ends[s.done] = nanos
		s.done++
		s.next = s.boundary(s.done + 1)
	}
}

func (s *slices) boundary(slice int) int64 {
	if slice > sliceCount {
		return math.MaxInt64
	}
	return s.quota/sliceCount*int64(slice) + s.quota%sliceCount*int64(slice)/sliceCount
}

// meanSlices is the mean over threads of the time of each slice, ns; nil where some thread has not all of them.
func meanSlices(threads []*slices) []int64 {
	var means []int64
	for i := 0; i < sliceCount; i++ {
		sum := int64(0)
		for _, t := range threads {
			if t.done < sliceCount {
				return nil
			}
			before := t.start
			if i > 0 {
				before = t.ends[i-1]
			}
			sum += t.ends[i] - before
		}
		means = append(means, sum/int64(len(threads)))
	}
	return means
}
