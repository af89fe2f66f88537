package report

import (
	"math"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
)

// Off is GOGC where the pacer doesn't follow the live heap.
const Off = -1

// RuntimeFacts is which runtime it was, and how it was set.
type RuntimeFacts struct {
	// Version without the experiments that the toolchain was built with.
	Version string
	// GOGC is a percentage, or Off.
	GOGC int
	// MemoryLimit in bytes; math.MaxInt64 where there is none.
	MemoryLimit int64
	// Procs is GOMAXPROCS.
	Procs int
	// GreenTea tells whether the collector marks by spans; nil where this isn't known.
	GreenTea any
}

// CurrentRuntime reads the facts. Stops the world for a moment, since GOGC can only be read by setting it.
func CurrentRuntime() RuntimeFacts {
	gogc := debug.SetGCPercent(100)
	debug.SetGCPercent(gogc)
	version, experiments, _ := strings.Cut(runtime.Version(), " ")
	return RuntimeFacts{
		Version:     version,
		GOGC:        gogc,
		MemoryLimit: debug.SetMemoryLimit(-1),
		Procs:       runtime.GOMAXPROCS(0),
		GreenTea:    greenTea(version, experiments),
	}
}

func (f RuntimeFacts) memoryLimit() any {
	if f.MemoryLimit == math.MaxInt64 {
		return nil
	}
	return f.MemoryLimit
}

var release = regexp.MustCompile(`^go1\.(\d+)`)

// greenTea follows from the version, which names experiments that differ from its defaults, as in "go1.26.1 X:nogreenteagc":
// an experiment of 1.25, the default since 1.26. Unknown of a version that is not a release.
func greenTea(version, experiments string) any {
	match := release.FindStringSubmatch(version)
	if match == nil {
		return nil
	}
	for _, experiment := range strings.Split(strings.TrimPrefix(experiments, "X:"), ",") {
		switch experiment {
		case "greenteagc":
			return true
		case "nogreenteagc":
			return false
		}
	}
	minor, err := strconv.Atoi(match[1])
	return err == nil && minor >= 26
}
