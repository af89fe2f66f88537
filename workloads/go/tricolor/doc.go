// Package tricolor attaches a Go program to a Tricolor dashboard.
//
// It reads runtime/metrics every 100 ms and sends what changed, with pauses, resident size and CPU time, as lines of JSON. Where
// the program takes all its processors and collects all the time, it reads as often, but when a collection has ended.
// It never stops the world to do so, never calls runtime.ReadMemStats, and holds at most a few MiB while the dashboard is
// away. Nothing that happens to it reaches the program: no panic, no error, no exit, and one line on standard error at most.
//
//	defer tricolor.Attach().Close()
//
// does so where TRICOLOR_URL is set and nothing where it is not. One import, `import _ "tricolor.dev/go/tricolor/auto"`, does
// the same without a call; the last half second before the program's end may then be missing.
package tricolor
