package main

import (
	"fmt"
	"os"
	"strings"
)

// Exit codes, the same as the Java program's. A Go program that the system gives no more memory ends with the runtime's own
// report and code 2: nothing in it can catch that.
const (
	fine            = 0
	invariantBroken = 1
	badUsage        = 2
	couldNotRun     = 3
)

func usage(problem string) int {
	say(problem)
	return badUsage
}

// say prints the one line that goes with a bad exit code.
func say(line string) {
	fmt.Fprintln(os.Stderr, name+": "+strings.Join(strings.Fields(line), " "))
}
