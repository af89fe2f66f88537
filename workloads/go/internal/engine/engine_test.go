package engine

import (
	"reflect"
	"strings"
	"testing"

	"tricolor.dev/go/internal/report"
	"tricolor.dev/go/internal/spec"
)

// counting is a worker that counts what it is asked for.
type counting struct {
	filled, done int64
	failAt       int64
}

func (c *counting) Fill() { c.filled++ }

func (c *counting) Step(operations int) {
	c.done += int64(operations)
	if c.failAt > 0 && c.done >= c.failAt {
		panic("as told")
	}
}

func (c *counting) Checksum() uint64      { return uint64(c.done) }
func (c *counting) RequestedBytes() int64 { return 8 * c.done }
func (c *counting) Objects() int64        { return c.done }

func (c *counting) Checks(operationsDone int64) []spec.Check {
	return []spec.Check{{Name: "operations seen", Expected: operationsDone, Found: c.done}, {Name: "filled", Expected: 1, Found: c.filled}}
}

// recording is an observer that keeps the marks in their order.
type recording struct {
	marks []string
}

func (r *recording) Started(string, *spec.Parameters, int64) { r.marks = append(r.marks, "started") }
func (r *recording) Ended()                                  { r.marks = append(r.marks, "ended") }
func (r *recording) Running(p Progress)                      { r.marks = append(r.marks, string(p.Phase)) }
func (r *recording) Finished(string, int64, string)          {}

var countingWorkload = &spec.Workload{Name: "counting", Knobs: spec.CommonKnobs("1000", 3, "10%")}

func runCounting(t *testing.T, failAt int64, given map[string]string) (*report.Result, []string, error) {
	t.Helper()
	parameters, err := spec.ReadParameters(countingWorkload.Knobs, given)
	if err != nil {
		t.Fatal(err)
	}
	plan := &spec.Plan{
		OperationsPerStep: 7,
		Worker:            func(int, int, uint64) spec.Worker { return &counting{failAt: failAt} },
	}
	observer := &recording{}
	result, err := Run(countingWorkload, plan, parameters, observer)
	return result, observer.marks, err
}

func TestFixedWork_isDoneExactly(t *testing.T) {
	result, marks, err := runCounting(t, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	if result.Operations != 1000 || result.WarmUpOperations != 100 || result.Objects != 1000 || result.RequestedBytes != 8000 {
		t.Errorf("is %+v", result)
	}
	if broken := result.Broken(); broken != nil {
		t.Errorf("broken: %v", broken)
	}
	// 334, 333 and 333 operations in steps of 7: the last step of each has fewer and is no sample
	if result.Service.Total() != 47*3 || result.Response.Total() != 0 {
		t.Errorf("%d samples, %d responses", result.Service.Total(), result.Response.Total())
	}
	if want := []string{"fill", "warm-up", "started", "measured", "ended"}; !reflect.DeepEqual(marks, want) {
		t.Errorf("marks are %v", marks)
	}
}

func TestOpenLoop_keepsItsRate(t *testing.T) {
	result, _, err := runCounting(t, 0, map[string]string{"rate": "70k", "ops": "7000", "warmup": "0", "threads": "2"})
	if err != nil {
		t.Fatal(err)
	}
	// 1000 steps of 7 operations at 10,000 steps a second: the last is due after 99.9 ms
	if result.ElapsedNs < 99_000_000 || result.ElapsedNs > 5_000_000_000 {
		t.Errorf("took %d ns", result.ElapsedNs)
	}
	if result.Response.Total() != 1000 {
		t.Errorf("%d responses", result.Response.Total())
	}
}

func TestFixedTime_hasNoChecksum(t *testing.T) {
	result, _, err := runCounting(t, 0, map[string]string{"duration": "100ms", "warmup": "0"})
	if err != nil {
		t.Fatal(err)
	}
	if result.ElapsedNs < 100_000_000 || result.Operations == 0 {
		t.Errorf("took %d ns for %d operations", result.ElapsedNs, result.Operations)
	}
	line := result.JSON()
	if !strings.Contains(line, `"checksum":null`) || !strings.Contains(line, `"checksum":"the run was bounded by time"`) {
		t.Errorf("is %s", line)
	}
}

func TestWorkerThatPanics_isAnErrorThatSaysWhat(t *testing.T) {
	_, _, err := runCounting(t, 300, nil)
	if err == nil || !strings.Contains(err.Error(), "as told") {
		t.Errorf("error is %v", err)
	}
}
