// Keeps a live set and allocates at a steady rate beside it until its standard input ends; then closes the agent and prints the
// GOGC that is left. Arguments: MiB that live, MiB a second that are allocated.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"time"

	"tricolor.dev/go/tricolor"
)

const size = 1024

var (
	live [][]byte
	sink []byte
)

func main() {
	agent := tricolor.Attach()
	for i := 0; i < number(1)<<20/size; i++ {
		live = append(live, make([]byte, size))
	}
	go allocate(float64(number(2) << 20))
	io.Copy(io.Discard, os.Stdin)
	agent.Close()
	fmt.Println("GOGC", debug.SetGCPercent(100))
}

func number(argument int) int {
	n, err := strconv.Atoi(os.Args[argument])
	if err != nil {
		panic(err)
	}
	return n
}

func allocate(bytesPerSecond float64) {
	begun := time.Now()
	for bytes := 0; ; bytes += 100 * size {
		for i := 0; i < 100; i++ {
			sink = make([]byte, size)
		}
		ahead := time.Duration(float64(bytes)/bytesPerSecond*1e9) - time.Since(begun)
		if ahead > time.Millisecond {
			time.Sleep(ahead)
		} else if ahead < -time.Second { // held up for long: not made up for in a burst
			begun, bytes = time.Now(), 0
		}
	}
}
