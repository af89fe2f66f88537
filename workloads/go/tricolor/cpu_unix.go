//go:build !windows && !plan9 && !js && !wasip1

package tricolor

import "syscall"

// processCPU answers what the process has used, in nanoseconds, from getrusage.
func processCPU() (user, system int64, known bool) {
	return rusage(syscall.RUSAGE_SELF)
}

func rusage(who int) (user, system int64, known bool) {
	var usage syscall.Rusage
	if err := syscall.Getrusage(who, &usage); err != nil {
		return 0, 0, false
	}
	return usage.Utime.Nano(), usage.Stime.Nano(), true
}
