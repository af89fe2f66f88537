package report

import (
	"math"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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

// CurrentRuntime reads the facts.
func CurrentRuntime() RuntimeFacts {
	version, greenTea := versionAndGreenTea(runtime.Version())
	return RuntimeFacts{
		Version:     version,
		GOGC:        currentGOGC(),
		MemoryLimit: debug.SetMemoryLimit(-1),
		Procs:       runtime.GOMAXPROCS(0),
		GreenTea:    greenTea,
	}
}

// currentGOGC is a metric since Go 1.21. Before, it could only be read by setting it, which stops the world for a moment.
func currentGOGC() int {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() == metrics.KindUint64 {
		return int(int64(sample[0].Value.Uint64())) // -1 as the runtime has it
	}
	gogc := debug.SetGCPercent(100)
	debug.SetGCPercent(gogc)
	return gogc
}

func (f RuntimeFacts) memoryLimit() any {
	if f.MemoryLimit == math.MaxInt64 {
		return nil
	}
	return f.MemoryLimit
}

// release is a released version with the experiments that differ from its defaults, as in "go1.25.1 X:greenteagc" or
// "go1.26.8-X:nogreenteagc".
var release = regexp.MustCompile(`^(go1\.(\d+)\S*?)(?:[ -]X:(\S*))?$`)

// versionAndGreenTea takes the experiments off the version, and tells whether Green Tea is on: an experiment of 1.25, the
// default since 1.26. Nil of what is not a release.
func versionAndGreenTea(full string) (version string, greenTea any) {
	match := release.FindStringSubmatch(full)
	if match == nil {
		return full, nil
	}
	for _, experiment := range strings.Split(match[3], ",") {
		switch experiment {
		case "greenteagc":
			return match[1], true
		case "nogreenteagc":
			return match[1], false
		}
	}
	minor, err := strconv.Atoi(match[2])
	return match[1], err == nil && minor >= 26
}
