//go:build !linux

package tricolor

func threadCPU() (int64, bool) {
	return 0, false
}
