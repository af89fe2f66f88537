package report

import (
	"fmt"

	"tricolor.dev/go/internal/spec"
)

// Invariant is a check over all threads: whether it held in each, and what was found.
type Invariant struct {
	Name   string
	Held   bool
	Detail string
}

// Invariants makes one of all checks of the same name, in the order of their first.
func Invariants(checks []spec.Check) []Invariant {
	byName := map[string][]spec.Check{}
	var names []string
	for _, check := range checks {
		if byName[check.Name] == nil {
			names = append(names, check.Name)
		}
		byName[check.Name] = append(byName[check.Name], check)
	}
	var all []Invariant
	for _, name := range names {
		all = append(all, invariant(name, byName[name]))
	}
	return all
}

func invariant(name string, parts []spec.Check) Invariant {
	found := int64(0)
	for _, part := range parts {
		if !part.Held() {
			return Invariant{name, false, fmt.Sprintf("expected %d, found %d", part.Expected, part.Found)}
		}
		found += part.Found
	}
	return Invariant{name, true, fmt.Sprintf("expected and found %d", found)}
}
