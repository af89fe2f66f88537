package tricolor

import (
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
)

func commanded(t *testing.T, control bool) (*testDashboard, *Agent) {
	t.Helper()
	dashboard := newTestDashboard(t)
	return dashboard, observedWith(t, Options{URL: dashboard.server.URL, Control: control})
}

// obeyed gives commands and waits until all have been acknowledged.
func obeyed(t *testing.T, d *testDashboard, commands ...string) {
	t.Helper()
	d.set(func() {
		for _, each := range commands {
			d.commands = append(d.commands, fmt.Sprintf("%d %s", d.appends*100+len(d.commands), each))
		}
	})
	eventually(t, "acknowledged", func() bool { return d.waiting() == 0 })
}

// settings answers what is set now.
func settings() (gogc int, memlimit int64) {
	gogc = debug.SetGCPercent(100)
	debug.SetGCPercent(gogc)
	return gogc, debug.SetMemoryLimit(-1)
}

func checkSettings(t *testing.T, gogc int, memlimit int64) {
	t.Helper()
	if g, m := settings(); g != gogc || m != memlimit {
		t.Errorf("GOGC is %d and the limit %d instead of %d and %d", g, m, gogc, memlimit)
	}
}

// knobLines answers each as "NAME OLD NEW WHO".
func knobLines(t *testing.T, log []byte) []string {
	var lines []string
	for _, each := range ofType(decode(t, log), "knob") {
		lines = append(lines, fmt.Sprintf("%s %s %s %s", each["name"], each["old"], each["new"], each["who"]))
	}
	return lines
}

func TestCommands_areCarriedOut_andRestorePutsBackWhatWasThere(t *testing.T) {
	dashboard, a := commanded(t, true)
	obeyed(t, dashboard, "gogc 400", "memlimit 4000000000")
	checkSettings(t, 400, 4000000000)
	obeyed(t, dashboard, "gogc off")
	checkSettings(t, -1, 4000000000)
	obeyed(t, dashboard, "gogc 50", "restore", "restore")
	checkSettings(t, 100, noLimit)
	a.Close()

	lines := decode(t, dashboard.held())
	if lines[0]["control"] != true {
		t.Errorf("info is %v", lines[0])
	}
	want := []string{
		"GOGC 100 400 dashboard", "GOMEMLIMIT off 4000000000 dashboard", "GOGC 400 off dashboard", "GOGC off 50 dashboard",
		"GOGC 50 100 dashboard", "GOMEMLIMIT 4000000000 off dashboard",
	}
	if got := knobLines(t, dashboard.held()); !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

// The dashboard repeats a command until it hears of it, also where an answer was lost; the agent acknowledges from then on.
func TestCommand_isCarriedOutOnce_howeverOftenItComes(t *testing.T) {
	for name, what := range map[string]fault{"acknowledgements not heard": none, "answers lost": takeAndHangUp} {
		t.Run(name, func(t *testing.T) {
			dashboard, a := commanded(t, true)
			dashboard.set(func() {
				dashboard.deaf = 3
				dashboard.commands = []string{"7-x gogc 50"}
				dashboard.fault = func(n int) fault {
					if n%3 == 1 {
						return what
					}
					return none
				}
			})
			eventually(t, "heard", func() bool { return dashboard.waiting() == 0 })
			a.Close()
			if got, want := knobLines(t, dashboard.held()), []string{"GOGC 100 50 dashboard", "GOGC 50 100 agent"}; !reflect.DeepEqual(got, want) {
				t.Errorf("%q", got)
			}
			acks := dashboard.acks
			for len(acks) > 0 && acks[0] == "" {
				acks = acks[1:]
			}
			if len(acks) < 4 || strings.Join(acks, "") != strings.Repeat("7-x", len(acks)) {
				t.Errorf("acknowledged with %q", dashboard.acks)
			}
		})
	}
}

func TestWithoutControl_everyCommandIsRefused(t *testing.T) {
	dashboard, a := commanded(t, false)
	obeyed(t, dashboard, "gogc 50", "memlimit off", "restore")
	a.Close()

	checkSettings(t, 100, noLimit)
	lines := decode(t, dashboard.held())
	if lines[0]["control"] != false {
		t.Errorf("info is %v", lines[0])
	}
	want := []string{"GOGC  50 dashboard", "GOMEMLIMIT  off dashboard", "restore   dashboard"}
	if got := knobLines(t, dashboard.held()); !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	for _, each := range ofType(lines, "knob") {
		if !strings.Contains(each["refused"].(string), "started without TRICOLOR_CONTROL=on") {
			t.Errorf("refused with %v", each)
		}
	}
}

func TestWhatCannotBe_isRefusedWithTheReason_andNothingIsSet(t *testing.T) {
	const gogc, memlimit, none = "GOGC is a whole number from 1 to 100000, or off", "a memory limit is a whole number of bytes", "there is no such command"
	dashboard, a := commanded(t, true)
	var commands, reasons []string
	for _, each := range []struct{ command, why string }{
		{"gogc NaN", gogc}, {"gogc -5", gogc}, {"gogc -1", gogc}, {"gogc 0", gogc}, {"gogc 100001", gogc}, {"gogc 5e1", gogc}, {"gogc 50.5", gogc},
		{"gogc 99999999999999999999", gogc}, {"gogc", gogc}, {"gogc 50 60", gogc}, {"gogc " + strings.Repeat("9", 10000), gogc},
		{"memlimit NaN", memlimit}, {"memlimit -1", memlimit}, {"memlimit 0", memlimit}, {"memlimit 9223372036854775808", memlimit}, {"memlimit 1GiB", memlimit},
		{"memlimit 1000", "a limit of 1000 bytes lies below what is in use: "}, {"GOGC 50", none}, {"restore now", none}, {"explode now", none},
	} {
		commands, reasons = append(commands, each.command), append(reasons, each.why)
	}
	obeyed(t, dashboard, commands...)
	a.Close()

	checkSettings(t, 100, noLimit)
	told := ofType(decode(t, dashboard.held()), "knob")
	if len(told) != len(commands) {
		t.Fatalf("%d commands, %d lines", len(commands), len(told))
	}
	for i, each := range told {
		if why, _ := each["refused"].(string); !strings.HasPrefix(why, reasons[i]) || each["old"] != "" || len(each["new"].(string)) > 110 {
			t.Errorf("%s: %v", commands[i], each)
		}
	}
}

func TestLimit_mustLieAboveWhatIsLive(t *testing.T) {
	dashboard, a := commanded(t, true)
	held := make([]byte, 40<<20)
	runtime.GC()
	obeyed(t, dashboard, "memlimit 40000000", "memlimit 400000000")
	runtime.KeepAlive(held)
	a.Close()
	if got, want := knobLines(t, dashboard.held()), []string{
		"GOMEMLIMIT  40000000 dashboard", "GOMEMLIMIT off 400000000 dashboard", "GOMEMLIMIT 400000000 off agent",
	}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestWhatIsNoCommand_isSkipped(t *testing.T) {
	for _, text := range []string{"", "12", " gogc 50", "12 ", strings.Repeat("1", 65) + " gogc 50"} {
		if c, is := parseCommand(text); is {
			t.Errorf("%q is %+v", text, c)
		}
	}
}

// What the program set before the first command is what comes back, and what it sets later is told as its own.
func TestWhatTheProgramSets_isToldApart(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	dashboard, a := commanded(t, true)
	a.Sample()
	debug.SetGCPercent(150)
	obeyed(t, dashboard, "gogc 60")
	debug.SetGCPercent(70)
	a.Sample()
	a.Close()
	checkSettings(t, 150, noLimit)
	want := []string{"GOGC 100 150 the program", "GOGC 150 60 dashboard", "GOGC 60 70 the program", "GOGC 70 150 agent"}
	if got := knobLines(t, dashboard.held()); !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

// Switching GOGC off can take as long as a mark: readings go on, and what they see is not the program's doing.
func TestReadingsWhileAKnobMoves_goOnAndBlameNobody(t *testing.T) {
	dashboard, a := commanded(t, true)
	set := a.gogc.set
	a.gogc.set = func(value int64) int64 {
		was := set(value)
		a.Sample()
		return was
	}
	obeyed(t, dashboard, "gogc 60", "restore")
	a.Close()
	if got, want := knobLines(t, dashboard.held()), []string{"GOGC 100 60 dashboard", "GOGC 60 100 dashboard"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestErrorOfOurOwn_putsTheKnobsBack(t *testing.T) {
	dashboard, a := commanded(t, true)
	obeyed(t, dashboard, "gogc 50", "memlimit 4000000000")
	a.mu.Lock()
	a.pauses = nil
	a.mu.Unlock()
	eventually(t, "ended", func() bool { a.Sample(); return atomic.LoadInt32(&a.broken) != 0 })
	eventually(t, "put back", func() bool { gogc, limit := settings(); return gogc == 100 && limit == noLimit })
	if a.obey(command{"1", "gogc", "50"}) {
		t.Error("an agent that has ended obeys")
	}
}

func TestTurning_neverStopsTheWorld(t *testing.T) {
	if newRuntimeMetrics("").missing["/sched/pauses/total/gc:seconds"] != "" {
		t.Skip("SKIPPED: " + runtime.Version() + " does not count who stops the world; 1.22 and newer do")
	}
	_, a := commanded(t, true)
	a.Sample()
	before := stopsByOthers()
	for i := 0; i < 100; i++ {
		a.obey(command{fmt.Sprint(i), "gogc", fmt.Sprint(50 + i)})
		a.obey(command{fmt.Sprint(i), "memlimit", fmt.Sprint(4000000000 + i)})
	}
	if after := stopsByOthers(); after != before {
		t.Errorf("%d stops that were not a collection's during 200 turns", after-before)
	}
	checkSettings(t, 149, 4000000099)
}
