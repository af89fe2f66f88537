package heap

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"tricolor.dev/go/internal/spec"
)

const (
	// arrayHeaderBytes is what a published size holds beside the payload.
	arrayHeaderBytes = 16
	minSizeBytes     = 24
	maxSizeBytes     = 64 << 20
	maxSizes         = 1_000
	maxTotalWeight   = 1_000_000_000
	sizesFileFormat  = "each line is a size in bytes (24 to 64m) and a whole weight, such as '32 700'"
)

// sizeAndWeight is one size in bytes and how often it comes relative to the others.
type sizeAndWeight struct {
	bytes, weight int
}

// Sizes is a histogram of object sizes from which sizes are drawn. Sizes are what a HotSpot heap holds, header included,
// because published demographics are; the payload asked for is 16 bytes less.
type Sizes struct {
	bytes      []int
	weightUpTo []int
	weights    []int
}

func newSizes(given []sizeAndWeight) *Sizes {
	entries := append([]sizeAndWeight(nil), given...)
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].bytes < entries[j].bytes })
	s := &Sizes{}
	sum := 0
	for _, entry := range entries {
		sum += entry.weight
		s.bytes = append(s.bytes, entry.bytes)
		s.weights = append(s.weights, entry.weight)
		s.weightUpTo = append(s.weightUpTo, sum)
	}
	return s
}

// NamedSizes is a preset by name, or the histogram in a file.
func NamedSizes(presetOrFile string) (*Sizes, error) {
	if preset, known := sizePresets[presetOrFile]; known {
		return preset, nil
	}
	return readSizes(presetOrFile)
}

// Draw is the size of one object in bytes, with one random number.
func (s *Sizes) Draw(random *SplitMix64) int {
	weight := random.Below(s.totalWeight())
	i := 0
	for weight >= s.weightUpTo[i] {
		i++
	}
	return s.bytes[i]
}

// MeanBytes is the mean size, rounded down.
func (s *Sizes) MeanBytes() int64 {
	sum := int64(0)
	for i, bytes := range s.bytes {
		sum += int64(bytes) * int64(s.weights[i])
	}
	return sum / int64(s.totalWeight())
}

func (s *Sizes) totalWeight() int {
	return s.weightUpTo[len(s.weightUpTo)-1]
}

func readSizes(name string) (*Sizes, error) {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
		return nil, &spec.BadInput{
			Problem: "--sizes can't be '" + name + "'",
			Hint:    "give it one of " + strings.Join(sizePresetNames, ", ") + " or a text file under 1 MB",
		}
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, &spec.BadInput{
			Problem: "--sizes can't read '" + name + "'",
			Hint:    "give it a readable text file: " + sizesFileFormat,
		}
	}
	var entries []sizeAndWeight
	total := 0
	for i, line := range strings.Split(string(content), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		entry, valid := parseSizeAndWeight(line)
		if !valid {
			return nil, &spec.BadInput{
				Problem: fmt.Sprintf("line %d of '%s' is not a size and a weight", i+1, name),
				Hint:    sizesFileFormat,
			}
		}
		entries = append(entries, entry)
		total += entry.weight
	}
	if len(entries) == 0 || len(entries) > maxSizes || total > maxTotalWeight {
		return nil, &spec.BadInput{
			Problem: fmt.Sprintf("the size histogram '%s' must have 1 to %d lines and weights of at most %d in all",
				name, maxSizes, maxTotalWeight),
			Hint: sizesFileFormat,
		}
	}
	return newSizes(entries), nil
}

func parseSizeAndWeight(line string) (sizeAndWeight, bool) {
	sizeText, weightText, found := strings.Cut(line, " ")
	size, sizeValid := spec.Bytes(sizeText)
	weight, weightValid := spec.Count(strings.TrimSpace(weightText))
	valid := found && sizeValid && weightValid &&
		size >= minSizeBytes && size <= maxSizeBytes && weight >= 1 && weight <= maxTotalWeight
	return sizeAndWeight{int(size), int(weight)}, valid
}
