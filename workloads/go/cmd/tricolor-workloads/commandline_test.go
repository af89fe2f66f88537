package main

import (
	"math"
	"reflect"
	"testing"

	"tricolor.dev/go/internal/spec"
)

var known = []option{{name: "ops", takes: "COUNT"}, {name: "seed", takes: "COUNT"}, {name: "progress"}}

func TestOptions_withSpaceOrEqualsSign(t *testing.T) {
	given, help, problem := parse([]string{"--ops", "5", "--seed=-1", "--progress"}, known)
	if problem != nil || help {
		t.Fatal(problem)
	}
	if want := (map[string]string{"ops": "5", "seed": "-1", "progress": ""}); !reflect.DeepEqual(given, want) {
		t.Errorf("given %v", given)
	}
}

// Those that the Java program words the same are compared with it in its own tests.
func TestProblems_areOneLineWithAHint(t *testing.T) {
	for _, c := range []struct {
		arguments []string
		want      string
	}{
		{[]string{"--progress=yes"}, "option '--progress' takes no value; 'churn --help' shows its options"},
		{[]string{"--progress", "--progress"}, "option '--progress' should be specified only once; 'churn --help' shows its options"},
		{[]string{"--sed", "1"}, "no such workload or option: '--sed'; did you mean --seed?"},
		{[]string{"--xyzzy"}, "no such workload or option: '--xyzzy'; 'churn --help' shows its options"},
	} {
		_, _, problem := parse(c.arguments, known)
		if problem == nil || problem.text("churn") != c.want {
			t.Errorf("%v gives %v", c.arguments, problem)
		}
	}
}

func TestRuntimeKnobs_takeNumbersWithinBoundsOrOff(t *testing.T) {
	for _, c := range []struct {
		knob, text string
		want       int64
		problem    string
	}{
		{"gogc", "50", 50, ""},
		{"gogc", "off", -1, ""},
		{"gogc", "OFF", -1, ""},
		{"gogc", "-100", 0, "--gogc can't be '-100'; give it a percentage such as 100, or off"},
		{"gogc", "NaN", 0, "--gogc can't be 'NaN'; give it a percentage such as 100, or off"},
		{"gogc", "0", 0, "--gogc can't be 0; it must lie between 1 and 1000000, or off"},
		{"memlimit", "256m", 256 << 20, ""},
		{"memlimit", "off", math.MaxInt64, ""},
		{"memlimit", "1k", 0, "--memlimit can't be 1k; it must lie between 4m and 16384g, or off"},
		{"memlimit", "45%", 0, "--memlimit can't be '45%'; give it bytes such as 256m, or off"},
		{"procs", "2", 2, ""},
		{"procs", "0", 0, "--procs can't be 0; it must lie between 1 and 1024"},
		{"procs", "off", 0, "--procs can't be 'off'; give it a whole number such as 2"},
	} {
		value, err := knobNamed(c.knob).parse(c.text)
		if c.problem == "" && (err != nil || value != c.want) {
			t.Errorf("--%s %s is %d, %v", c.knob, c.text, value, err)
		}
		if c.problem != "" && (err == nil || err.Error() != c.problem) {
			t.Errorf("--%s %s gives %v", c.knob, c.text, err)
		}
	}
}

func knobNamed(name string) runtimeKnob {
	for _, knob := range runtimeKnobs {
		if knob.name == name {
			return knob
		}
	}
	panic(name)
}

func TestGrouped(t *testing.T) {
	for number, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1234: "-1,234", -123: "-123"} {
		if got := grouped(number); got != want {
			t.Errorf("%d is %s", number, got)
		}
	}
}

// log is an agent that keeps what it is told.
type log struct {
	lines []string
}

func (l *log) Workload(stage, workload string, operations, total int64, threads int, result []byte) {
	l.lines = append(l.lines, stage+" "+workload+" "+spec.ShowCount(operations)+" of "+spec.ShowCount(total)+
		" in "+spec.ShowCount(int64(threads))+" "+string(result))
}

func (l *log) Sample() { l.lines = append(l.lines, "sample") }

func TestAgent_isToldOfTheMeasuredPart(t *testing.T) {
	workload := workloadNamed("churn")
	parameters, err := spec.ReadParameters(workload.Knobs, map[string]string{"ops": "640", "live": "64k", "threads": "1"})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := workload.Plan(parameters)
	if err != nil {
		t.Fatal(err)
	}
	told := &log{}
	if code := runPlan(workload, plan, parameters, &agentObserver{agent: told}); code != fine {
		t.Fatalf("exit code %d", code)
	}
	if want := []string{"started churn 0 of 640 in 1 ", "running churn 640 of 640 in 0 ", "sample"}; !reflect.DeepEqual(told.lines[:3], want) {
		t.Errorf("told %v", told.lines)
	}
	if len(told.lines) != 4 || told.lines[3][:len("finished churn 640 of 640 in 0 {")] != "finished churn 640 of 640 in 0 {" {
		t.Errorf("told %v", told.lines)
	}
}
