package heap

const goldenGamma = 0x9E3779B97F4A7C15

// SplitMix64 is the generator of this name: 64 bits of state, one addition and a mix per number, the same on every runtime.
// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (mix variant 13 of Stafford).
type SplitMix64 struct {
	state uint64
}

// NewSplitMix64 starts the stream of a seed.
func NewSplitMix64(seed uint64) *SplitMix64 {
	return &SplitMix64{seed}
}

// Next is the next 64 bits.
func (r *SplitMix64) Next() uint64 {
	r.state += goldenGamma
	return Mix(r.state)
}

// Below is 0 to bound-1 by multiplication of the upper 32 bits, for 1 <= bound < 2^31.
func (r *SplitMix64) Below(bound int) int {
	return int((r.Next() >> 32) * uint64(bound) >> 32)
}

// Chance is true for this many in a million.
func (r *SplitMix64) Chance(ppm int) bool {
	return r.Below(1_000_000) < ppm
}

// Mix is a bijection of 64 bits in which every input bit moves about half of the output bits.
func Mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
