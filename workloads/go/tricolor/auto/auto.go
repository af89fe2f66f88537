// Package auto attaches the program that imports it to the dashboard named by TRICOLOR_URL:
//
//	import _ "tricolor.dev/go/tricolor/auto"
//
// A program's end is not announced to imported packages, so what was read in the last half second may not be sent. Where
// that matters call tricolor.Attach and Close instead.
package auto

import "tricolor.dev/go/tricolor"

func init() {
	tricolor.Attach()
}
