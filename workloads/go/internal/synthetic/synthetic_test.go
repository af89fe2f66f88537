package synthetic

import (
	"strings"
	"testing"

	"tricolor.dev/go/internal/engine"
	"tricolor.dev/go/internal/report"
	"tricolor.dev/go/internal/spec"
)

var small = map[string]string{
	"live": "1m", "warmup": "10%", "threads": "3", "stacks": "20", "renew": "1000", "every": "5000", "period": "7000",
	"kept": "1000", "ops": "20000",
}

func runSmall(t *testing.T, workload *spec.Workload, seed string) *report.Result {
	t.Helper()
	given := map[string]string{"seed": seed}
	for knob, text := range small {
		given[knob] = text
	}
	switch workload.Name {
	case "humongous":
		given["live"], given["ops"] = "8m", "20"
	case "burst":
		given["period"], given["rate"] = "1s", "1m"
	}
	parameters, err := spec.ReadParameters(workload.Knobs, given)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := workload.Plan(parameters)
	if err != nil && strings.Contains(err.Error(), "came with Go 1.24") {
		t.Skip("NOT TESTED: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	result, err := engine.Run(workload, plan, parameters, engine.Observers(nil))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestSameSeed_sameChecksum_andInvariantsHold(t *testing.T) {
	for _, workload := range All {
		t.Run(workload.Name, func(t *testing.T) {
			first := runSmall(t, workload, "7")
			again := runSmall(t, workload, "7")
			otherSeed := runSmall(t, workload, "8")
			if broken := first.Broken(); broken != nil || len(first.Invariants) == 0 {
				t.Errorf("broken: %v of %v", broken, first.Invariants)
			}
			if first.Checksum != again.Checksum || first.Checksum == otherSeed.Checksum {
				t.Errorf("checksums are %x, %x, and with another seed %x", first.Checksum, again.Checksum, otherSeed.Checksum)
			}
			if first.RequestedBytes <= 0 || first.RequestedBytes != again.RequestedBytes || first.Objects != again.Objects {
				t.Errorf("requested %d and %d bytes, %d and %d objects",
					first.RequestedBytes, again.RequestedBytes, first.Objects, again.Objects)
			}
		})
	}
}

// What a workload says that it asked for, the runtime has counted at least: nothing was kept off the heap.
func TestRuntimeCounts_whatWasAskedFor(t *testing.T) {
	for _, workload := range All {
		t.Run(workload.Name, func(t *testing.T) {
			result := runSmall(t, workload, "9")
			bytes := result.After.AllocatedBytes - result.Before.AllocatedBytes
			objects := result.After.AllocatedObjects - result.Before.AllocatedObjects
			if bytes < result.RequestedBytes {
				t.Errorf("asked for %d bytes, and the runtime counted %d", result.RequestedBytes, bytes)
			}
			if objects < result.Objects {
				t.Errorf("asked for %d objects, and the runtime counted %d", result.Objects, objects)
			}
			// a map's own objects, stacks and timers come on top, and are few
			if objects > result.Objects+result.Objects/10+1_000 {
				t.Errorf("asked for %d objects, and the runtime counted %d", result.Objects, objects)
			}
		})
	}
}
