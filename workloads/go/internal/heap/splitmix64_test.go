package heap

import "testing"

// The sequence that other implementations give for this seed.
func TestSplitMix64_seed1234567_givesThePublishedSequence(t *testing.T) {
	random := NewSplitMix64(1234567)
	for i, want := range []uint64{
		6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
	} {
		if got := random.Next(); got != want {
			t.Errorf("number %d is %d, want %d", i, got, want)
		}
	}
}

func TestBelow_coversItsRangeEvenly(t *testing.T) {
	random := NewSplitMix64(1)
	var hits [10]int
	for i := 0; i < 100_000; i++ {
		hits[random.Below(10)]++
	}
	for value, count := range hits {
		if count < 9_600 || count > 10_400 {
			t.Errorf("%d came %d times", value, count)
		}
	}
}
