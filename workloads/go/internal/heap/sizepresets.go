package heap

var sizePresetNames = []string{"h2", "spring", "kafka"}

// sizePresets are object sizes like those published for DaCapo Chopin ("Rethinking Java Performance Analysis", ASPLOS 2025;
// statistics of the suite): the p50/p90/p99 are its figures, the shape between and the tail up to 256 KB are ours. Weights
// are parts of 100,000. The same numbers as in Java's SizePresets.
var sizePresets = map[string]*Sizes{
	// p50/p90/p99 = 32/64/160 B
	"h2": newSizes([]sizeAndWeight{
		{24, 36_000}, {32, 30_000}, {40, 12_000}, {48, 7_000}, {64, 7_000}, {80, 3_000}, {96, 2_000}, {128, 1_500},
		{160, 800}, {256, 400}, {512, 200}, {1_024, 70}, {8_192, 24}, {65_536, 5}, {262_144, 1},
	}),
	// p50/p90/p99 = 32/200/360 B
	"spring": newSizes([]sizeAndWeight{
		{24, 32_000}, {32, 28_000}, {48, 12_000}, {72, 8_000}, {120, 6_000}, {200, 6_000}, {280, 4_000}, {320, 2_500},
		{360, 800}, {512, 400}, {1_024, 200}, {4_096, 70}, {16_384, 24}, {65_536, 5}, {262_144, 1},
	}),
	// p50/p90/p99 = 24/56/528 B
	"kafka": newSizes([]sizeAndWeight{
		{24, 58_000}, {32, 17_000}, {40, 10_000}, {56, 8_000}, {80, 3_000}, {144, 1_500}, {272, 1_000}, {528, 1_000},
		{1_040, 300}, {4_096, 140}, {16_384, 50}, {65_536, 8}, {262_144, 2},
	}),
}
