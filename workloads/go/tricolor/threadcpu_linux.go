package tricolor

import (
	"syscall"
	"unsafe"
)

const (
	clockThreadCPU = 3 // CLOCK_THREAD_CPUTIME_ID
	noThread       = 0
)

// threadCPU answers which thread this is, and what it has used, in nanoseconds; noThread where that is not known.
//
// Not by getrusage: for a thread that runs it answers what was used up to the last tick or switch, which makes nothing of work that
// takes less than a tick.
func threadCPU() (thread int, ns int64) {
	var used syscall.Timespec
	if _, _, failed := syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, clockThreadCPU, uintptr(unsafe.Pointer(&used)), 0); failed != 0 {
		return noThread, 0
	}
	return syscall.Gettid(), used.Nano()
}
