package main

import (
	"io"
	"os"
)

const endedFromOutside = 128 + 15

// endWithStdinIfAsked ends this process when standard input does, if TRICOLOR_END_WITH_STDIN is 1: whoever started it holds
// the other end, so that a runner that is killed leaves no workload behind, to disturb the next run.
func endWithStdinIfAsked() {
	if os.Getenv("TRICOLOR_END_WITH_STDIN") != "1" {
		return
	}
	go func() {
		if _, err := io.Copy(io.Discard, os.Stdin); err != nil { // nothing is meant to come
			say("standard input broke: " + err.Error())
		}
		os.Exit(endedFromOutside)
	}()
}
