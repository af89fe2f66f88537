//go:build !go1.24

package synthetic

import (
	"runtime"

	"tricolor.dev/go/internal/spec"
)

func planReferences(*spec.Parameters) (*spec.Plan, error) {
	return nil, &spec.BadInput{
		Problem: "weak references and cleanups came with Go 1.24, and this program was built with " + runtime.Version(),
		Hint:    "build it with a newer Go",
	}
}
