//go:build !linux

package tricolor

const noThread = 0

func threadCPU() (thread int, ns int64) {
	return noThread, 0
}
