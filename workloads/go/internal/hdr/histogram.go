// Package hdr records times in the way of HdrHistogram: counts of values whose relative width is the same everywhere, and
// writes them in that library's V2 format, so that whoever reads the Java program's histograms reads these.
package hdr

import (
	"math"
	"math/bits"
)

const (
	// significantDigits of every value.
	significantDigits = 3
	// subBuckets is the power of two that resolves 2 × 10^3 values singly; each later bucket adds its upper half.
	subBucketBits = 11
	subBuckets    = 1 << subBucketBits
	halfBuckets   = subBuckets / 2
)

// Histogram counts whole numbers from 0 to the highest with 3 significant digits. Used by one thread.
type Histogram struct {
	highest int64
	counts  []int64
	total   int64
	max     int64
}

// New makes an empty histogram for values up to the highest, which is less than 2^62.
func New(highest int64) *Histogram {
	buckets := 1
	for smallestUntrackable := int64(subBuckets); smallestUntrackable <= highest; smallestUntrackable <<= 1 {
		buckets++
	}
	return &Histogram{highest: highest, counts: make([]int64, (buckets+1)*halfBuckets)}
}

// Record counts a value; one out of range counts as the nearest one within.
func (h *Histogram) Record(value int64) {
	if value < 0 {
		value = 0
	} else if value > h.highest {
		value = h.highest
	}
	h.counts[indexOf(value)]++
	h.total++
	if value > h.max {
		h.max = value
	}
}

// Add counts all values of another histogram of the same range.
func (h *Histogram) Add(other *Histogram) {
	for i, count := range other.counts {
		h.counts[i] += count
	}
	h.total += other.total
	if other.max > h.max {
		h.max = other.max
	}
}

// Total is how many values were recorded.
func (h *Histogram) Total() int64 {
	return h.total
}

// Max is the largest value that counts as the same as the largest recorded one.
func (h *Histogram) Max() int64 {
	if h.max == 0 {
		return 0
	}
	return highestEquivalent(indexOf(h.max))
}

// Percentile is the largest value that counts as the same as the smallest one that at least this share of the recorded
// values doesn't exceed; the percentile lies above 0 and is at most 100.
func (h *Histogram) Percentile(percentile float64) int64 {
	// one step down, so that a percentile that isn't exact in binary doesn't ask for one value too many
	wanted := int64(math.Ceil(math.Nextafter(percentile, 0) * float64(h.total) / 100))
	if wanted < 1 {
		wanted = 1
	}
	seen := int64(0)
	for i, count := range h.counts {
		seen += count
		if seen >= wanted {
			return highestEquivalent(i)
		}
	}
	return 0
}

// indexOf is where a value is counted: its bucket doubles the width of the one before.
func indexOf(value int64) int {
	bucket := bits.Len64(uint64(value)|(subBuckets-1)) - subBucketBits
	return bucket*halfBuckets + int(value>>uint(bucket))
}

// highestEquivalent is the largest value counted at an index.
func highestEquivalent(index int) int64 {
	bucket := index/halfBuckets - 1
	if bucket < 0 {
		return int64(index)
	}
	subBucket := int64(index%halfBuckets + halfBuckets)
	return (subBucket+1)<<uint(bucket) - 1
}
