//go:build !unix

package report

func cpuNanos() int64 {
	return Unavailable
}
