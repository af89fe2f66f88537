// Package engine runs a planned workload: threads, pace, measurement, progress.
package engine

import "time"

var epoch = time.Now()

// nanotime is monotonic time in nanoseconds, of no particular start.
func nanotime() int64 {
	return int64(time.Since(epoch))
}
