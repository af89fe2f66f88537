package tricolor

import (
	"bytes"
	"os"
	"strconv"
)

// processMemory reads the kernel's view of this process. A value that the kernel does not tell is -1.
type processMemory struct {
	file   *os.File
	buffer [4096]byte
}

type memoryReading struct {
	rss, peakRss, swap int64 // bytes
}

func newProcessMemory() *processMemory {
	file, err := os.Open("/proc/self/status")
	if err != nil {
		return &processMemory{}
	}
	return &processMemory{file: file}
}

func (p *processMemory) read() memoryReading {
	none := memoryReading{-1, -1, -1}
	if p.file == nil {
		return none
	}
	n, _ := p.file.ReadAt(p.buffer[:], 0)
	if n <= 0 {
		return none
	}
	text := p.buffer[:n]
	return memoryReading{kilobytes(text, "\nVmRSS:"), kilobytes(text, "\nVmHWM:"), kilobytes(text, "\nVmSwap:")}
}

func (p *processMemory) close() {
	if p.file != nil {
		p.file.Close()
	}
}

// kilobytes answers the bytes of a field such as "VmRSS:	  123 kB".
func kilobytes(text []byte, field string) int64 {
	at := bytes.Index(text, []byte(field))
	if at < 0 {
		return -1
	}
	rest := bytes.TrimLeft(text[at+len(field):], " \t")
	end := bytes.IndexByte(rest, ' ')
	if end < 0 {
		return -1
	}
	kb, err := strconv.ParseInt(string(rest[:end]), 10, 64)
	if err != nil {
		return -1
	}
	return kb * 1024
}
