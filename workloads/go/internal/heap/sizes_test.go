package heap

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPresets_haveThePercentilesPublishedForDaCapo(t *testing.T) {
	for preset, want := range map[string][3]int{"h2": {32, 64, 160}, "spring": {32, 200, 360}, "kafka": {24, 56, 528}} {
		sizes, err := NamedSizes(preset)
		if err != nil {
			t.Fatal(err)
		}
		got := [3]int{percentile(sizes, 0.50), percentile(sizes, 0.90), percentile(sizes, 0.99)}
		if got != want {
			t.Errorf("%s has %v, want %v", preset, got, want)
		}
	}
}

// percentile is the smallest size that at least this share of the objects doesn't exceed.
func percentile(s *Sizes, share float64) int {
	i := 0
	for float64(s.weightUpTo[i]) < share*float64(s.totalWeight()) {
		i++
	}
	return s.bytes[i]
}

func TestDraw_followsTheWeights(t *testing.T) {
	sizes, err := NamedSizes(fileOf(t, "# bytes weight\n1k 1\n\n24 3\n"))
	if err != nil {
		t.Fatal(err)
	}
	random := NewSplitMix64(7)
	large := 0
	for i := 0; i < 100_000; i++ {
		if sizes.Draw(random) == 1024 {
			large++
		}
	}
	if large < 24_500 || large > 25_500 {
		t.Errorf("a quarter should be large, and %d of 100000 are", large)
	}
	if mean := sizes.MeanBytes(); mean != (3*24+1024)/4 {
		t.Errorf("mean is %d", mean)
	}
}

func TestMalformedSizes_areOneLineThatSaysTheFormat(t *testing.T) {
	for _, content := range []string{
		"", "# nothing\n", "24", "24 x", "x 24", "23 1", "65m 1", "24 0", "24 -1", "24 1 1", "24 1g\n32 1g",
	} {
		_, err := NamedSizes(fileOf(t, content))
		if err == nil || strings.Contains(err.Error(), "\n") ||
			!strings.Contains(err.Error(), "each line is a size in bytes (24 to 64m) and a whole weight") {
			t.Errorf("%q gives %v", content, err)
		}
	}
}

func fileOf(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sizes")
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
