//go:build unix

package report

import "syscall"

// cpuNanos is user and system time by getrusage, in steps of 1 µs.
func cpuNanos() int64 {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return Unavailable
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}
