package report

import (
	"reflect"
	"testing"

	"tricolor.dev/go/internal/spec"
)

func TestChecksOfTheSameName_becomeOneInvariant(t *testing.T) {
	got := Invariants([]spec.Check{{Name: "a", Expected: 1, Found: 1}, {Name: "b", Expected: 2, Found: 3}, {Name: "a", Expected: 4, Found: 4}})
	want := []Invariant{{"a", true, "expected and found 5"}, {"b", false, "expected 2, found 3"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("is   %v\nwant %v", got, want)
	}
}

// Two threads that are wrong by as much, one up, one down, are both wrong.
func TestErrorsThatCancelOut_areSeen(t *testing.T) {
	got := Invariants([]spec.Check{{Name: "a", Expected: 5, Found: 4}, {Name: "a", Expected: 5, Found: 6}})
	if got[0].Held {
		t.Error("held")
	}
}
