package report

import (
	"bufio"
	"bytes"
	"os"
	"runtime"
	"strconv"
	"strings"
)

// Unavailable stands for what the platform doesn't tell.
const Unavailable = -1

// ProcessFacts is what the process has used so far.
type ProcessFacts struct {
	// CPUNanos is user and system time of all threads, the collector's included.
	CPUNanos int64
	// AllocatedBytes and AllocatedObjects are the runtime's own count, of all goroutines.
	AllocatedBytes, AllocatedObjects int64
	// Cycles is how many collections have ended.
	Cycles int64
}

// BeforeWork reads the CPU time last, AfterWork first: what the reading costs is not the work's. Both stop the world, which
// takes place outside the measured part; no other way counts what the processors' caches still hold, and they hold spans of
// every size class.
func BeforeWork() ProcessFacts {
	facts := counters()
	facts.CPUNanos = cpuNanos()
	return facts
}

// AfterWork is the counterpart of BeforeWork.
func AfterWork() ProcessFacts {
	cpu := cpuNanos()
	facts := counters()
	facts.CPUNanos = cpu
	return facts
}

func counters() ProcessFacts {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return ProcessFacts{
		AllocatedBytes:   int64(stats.TotalAlloc),
		AllocatedObjects: int64(stats.Mallocs),
		Cycles:           int64(stats.NumGC),
	}
}

// PeakResidentBytes is the largest resident set of the process so far: VmHWM of Linux, else Unavailable.
func PeakResidentBytes() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return Unavailable
	}
	for lines := bufio.NewScanner(bytes.NewReader(status)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) == 3 && fields[0] == "VmHWM:" {
			if kilobytes, err := strconv.ParseInt(fields[1], 10, 64); err == nil {
				return kilobytes * 1024
			}
		}
	}
	return Unavailable
}
