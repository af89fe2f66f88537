package tricolor

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"sync/atomic"
	"testing"
	"time"
)

var sink []byte

func allocate(bytes int) {
	for n := 0; n < bytes; n += 32 << 10 {
		sink = make([]byte, 32<<10)
	}
}

// observed starts an agent that reads every 10 ms and is quick to give up on a request.
func observed(t *testing.T, url string) (a *Agent, tee string) {
	t.Helper()
	tee = filepath.Join(t.TempDir(), "tee.ndjson")
	return observedWith(t, Options{URL: url, Tee: tee}), tee
}

func observedWith(t *testing.T, options Options) *Agent {
	t.Helper()
	options.Name, options.Interval = "test", 10*time.Millisecond
	options, err := options.checked()
	if err != nil {
		t.Fatal(err)
	}
	a := newAgent(options)
	a.noticed = 1 // the tests' own output stays clean
	a.to.patience = 300 * time.Millisecond
	a.run()
	t.Cleanup(a.Close)
	return a
}

func decode(t *testing.T, log []byte) []map[string]interface{} {
	t.Helper()
	var lines []map[string]interface{}
	for _, text := range bytes.Split(bytes.TrimSuffix(log, []byte("\n")), []byte("\n")) {
		var object map[string]interface{}
		if err := json.Unmarshal(text, &object); err != nil {
			t.Fatalf("%v in %q", err, text)
		}
		lines = append(lines, object)
	}
	return lines
}

func ofType(lines []map[string]interface{}, t string) []map[string]interface{} {
	var found []map[string]interface{}
	for _, each := range lines {
		if each["t"] == t {
			found = append(found, each)
		}
	}
	return found
}

func sameAsTee(t *testing.T, log []byte, tee string) {
	t.Helper()
	sent, err := os.ReadFile(tee)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(log, sent) {
		t.Fatalf("the dashboard holds %d bytes, the agent sent %d, and they differ", len(log), len(sent))
	}
}

// numbered tells numbered progress; checkNumbered finds each number once and in order.
func numbered(a *Agent, from, to int) {
	for i := from; i < to; i++ {
		a.Workload("running", "count", int64(i), 0, 1, nil)
	}
}

func checkNumbered(t *testing.T, lines []map[string]interface{}, until int) {
	t.Helper()
	told := ofType(lines, "workload")
	if len(told) != until {
		t.Fatalf("%d of %d lines arrived", len(told), until)
	}
	for i, each := range told {
		if each["operations"] != float64(i) {
			t.Fatalf("line %d is %v", i, each)
		}
	}
}

func TestLogOfARun_hasAllThatIsPromised(t *testing.T) {
	dashboard := newTestDashboard(t)
	a, tee := observed(t, dashboard.server.URL)
	a.Workload("started", "allocate", 0, 100, 2, nil)
	for i := 0; i < 3; i++ {
		allocate(32 << 20)
		runtime.GC()
	}
	a.Workload("finished", "allocate", 100, 100, 0, []byte("{\"checksum\": \"12\",\n \"held\":true}"))
	a.Close()
	a.Sample() // both do nothing any more
	a.Close()

	log := dashboard.held()
	sameAsTee(t, log, tee)
	if dashboard.isEnded() != "exit" {
		t.Errorf("ended with %q", dashboard.isEnded())
	}
	for key, value := range map[string]string{"name": "test", "runtime": "go", "format": "ndjson", "pid": fmt.Sprint(os.Getpid())} {
		if dashboard.query[key] != value {
			t.Errorf("opened with %s=%q", key, dashboard.query[key])
		}
	}
	lines := decode(t, log)
	info := lines[0]
	if info["t"] != "info" || info["go"] != runtime.Version() || info["procs"] != float64(runtime.GOMAXPROCS(0)) ||
		info["gogc"] != float64(100) || info["intervalNs"] != float64(10*time.Millisecond) {
		t.Errorf("info is %v", info)
	}
	if lines[1]["t"] != "buckets" {
		t.Errorf("second line is %v", lines[1])
	}
	first := ofType(lines, "metrics")[0]["v"].(map[string]interface{})
	for _, name := range []string{"/gc/heap/goal:bytes", "/memory/classes/total:bytes", "/sched/gomaxprocs:threads"} {
		if _, has := first[name]; !has {
			t.Errorf("the first reading lacks %s", name)
		}
	}
	for i, each := range ofType(lines, "pauses") {
		if each["cycle"] != float64(i+1) || each["pauseNs"].(float64) <= 0 {
			t.Errorf("cycle %d: %v", i+1, each)
		}
	}
	if n := len(ofType(lines, "pauses")); n < 3 {
		t.Errorf("%d cycles after 3 forced ones", n)
	}
	finished := ofType(lines, "workload")[1]
	if finished["result"].(map[string]interface{})["checksum"] != "12" {
		t.Errorf("finished is %v", finished)
	}
	last := ofType(lines, "agent")
	if len(last) == 0 || last[len(last)-1]["lostBytes"] != float64(0) {
		t.Errorf("agent lines: %v", last)
	}
	process := ofType(lines, "process")
	if n := len(process); n < 3 || process[n-1]["userNs"].(float64) <= 0 || process[n-1]["rss"].(float64) <= 0 {
		t.Errorf("process lines: %v", process)
	}
}

// The values and counts of all readings together are what the runtime says at the end.
func TestReadings_addUpToTheRuntimesOwn(t *testing.T) {
	dashboard := newTestDashboard(t)
	a, _ := observed(t, dashboard.server.URL)
	allocate(64 << 20)
	runtime.GC()
	a.Close()

	state, counts := replay(decode(t, dashboard.held()))
	for i := range a.metrics.samples {
		sample := a.metrics.samples[i]
		switch sample.Value.Kind() {
		case metrics.KindUint64:
			if state[sample.Name] != float64(sample.Value.Uint64()) {
				t.Errorf("%s is %v instead of %d", sample.Name, state[sample.Name], sample.Value.Uint64())
			}
		case metrics.KindFloat64Histogram:
			for bucket, count := range sample.Value.Float64Histogram().Counts {
				if counts[sample.Name][bucket] != count {
					t.Errorf("%s bucket %d has %d instead of %d", sample.Name, bucket, counts[sample.Name][bucket], count)
				}
			}
		}
	}
}

func replay(lines []map[string]interface{}) (map[string]float64, map[string]map[int]uint64) {
	state, counts := map[string]float64{}, map[string]map[int]uint64{}
	for _, each := range ofType(lines, "metrics") {
		for name, value := range each["v"].(map[string]interface{}) {
			state[name], _ = value.(float64)
		}
		for name, added := range each["h"].(map[string]interface{}) {
			if counts[name] == nil {
				counts[name] = map[int]uint64{}
			}
			for _, pair := range added.([]interface{}) {
				bucket, n := pair.([]interface{})[0].(float64), pair.([]interface{})[1].(float64)
				counts[name][int(bucket)] += uint64(n)
			}
		}
	}
	return state, counts
}

func TestReadings_neverStopTheWorld(t *testing.T) {
	if newRuntimeMetrics("").missing["/sched/pauses/total/gc:seconds"] != "" {
		t.Skip("SKIPPED: " + runtime.Version() + " does not count who stops the world; 1.22 and newer do")
	}
	dashboard := newTestDashboard(t)
	a, _ := observed(t, dashboard.server.URL)
	a.Sample()
	before := stopsByOthers()
	for i := 0; i < 300; i++ {
		a.Sample()
	}
	if after := stopsByOthers(); after != before {
		t.Errorf("%d stops that were not a collection's during 300 readings", after-before)
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	if stopsByOthers() == before {
		t.Error("the counter does not see what stops the world")
	}
}

func stopsByOthers() uint64 {
	sample := []metrics.Sample{{Name: "/sched/pauses/total/other:seconds"}}
	metrics.Read(sample)
	var n uint64
	for _, count := range sample[0].Value.Float64Histogram().Counts {
		n += count
	}
	return n
}

func TestFaults_loseAndDoubleNothing(t *testing.T) {
	for name, what := range map[string]fault{
		"refused":            refuse,
		"taken and refused":  takeAndRefuse,
		"answer lost":        takeAndHangUp,
		"answer never comes": takeAndSayNothing,
	} {
		what := what
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dashboard := newTestDashboard(t)
			dashboard.set(func() {
				dashboard.fault = func(n int) fault {
					if n%2 == 1 && n < 6 {
						return what
					}
					return none
				}
			})
			a, tee := observed(t, dashboard.server.URL)
			for i := 0; i < 4; i++ {
				numbered(a, i*50, i*50+50)
				before := len(dashboard.held())
				eventually(t, "more bytes", func() bool { return len(dashboard.held()) > before })
			}
			a.Close()
			sameAsTee(t, dashboard.held(), tee)
			lines := decode(t, dashboard.held())
			checkNumbered(t, lines, 200)
			agent := ofType(lines, "agent")
			if agent[len(agent)-1]["failures"] == float64(0) && what != takeAndHangUp { // that one is sent again at once
				t.Error("no failure was counted")
			}
		})
	}
}

func TestDashboardThatComesLater_getsAllFromTheStart(t *testing.T) {
	dashboard := newTestDashboard(t)
	dashboard.set(func() { dashboard.token = "sesame" })
	a, tee := observed(t, dashboard.server.URL)
	numbered(a, 0, 100)
	eventually(t, "a failure", func() bool { return a.failures.Load() > 0 })
	dashboard.set(func() { dashboard.token = "" })
	a.Close() // which does not wait out the pause after a refusal

	sameAsTee(t, dashboard.held(), tee)
	lines := decode(t, dashboard.held())
	checkNumbered(t, lines, 100)
	if lines[0]["t"] != "info" {
		t.Errorf("begins with %v", lines[0])
	}
}

func TestDashboardThatForgot_getsANewBeginning(t *testing.T) {
	dashboard := newTestDashboard(t)
	a, tee := observed(t, dashboard.server.URL)
	allocate(32 << 20)
	runtime.GC()
	eventually(t, "bytes", func() bool { return len(dashboard.held()) > 0 })
	forgotten := make(chan struct{})
	dashboard.set(func() {
		n := dashboard.appends
		dashboard.fault = func(i int) fault {
			if i == n+1 {
				close(forgotten)
				return forget
			}
			return none
		}
	})
	<-forgotten
	eventually(t, "begun again", func() bool { return len(dashboard.held()) > 0 })
	numbered(a, 0, 10)
	a.Close()

	log := dashboard.held()
	sameAsTee(t, log, tee)
	lines := decode(t, log)
	checkNumbered(t, lines, 10)
	if lines[0]["t"] != "info" || lines[1]["t"] != "buckets" {
		t.Errorf("begins with %v", lines[:2])
	}
	first := ofType(lines, "metrics")[0]["v"].(map[string]interface{})
	if len(first) < 20 {
		t.Errorf("the first reading has %d values only", len(first))
	}
	agent := ofType(lines, "agent")
	if agent[len(agent)-1]["lostBytes"] == float64(0) {
		t.Error("what was forgotten is not counted as lost")
	}
}

func TestDashboardWithAShorterLog_getsANewBeginningBehindIt(t *testing.T) {
	dashboard := newTestDashboard(t)
	a, _ := observed(t, dashboard.server.URL)
	eventually(t, "bytes", func() bool { return len(dashboard.held()) > 100 })
	dashboard.set(func() { dashboard.log = dashboard.log[:50] })
	eventually(t, "more bytes", func() bool { return len(dashboard.held()) > 100 })
	a.Close()

	log := dashboard.held()
	if log[50] != '\n' {
		t.Fatalf("the cut line goes on with %q", log[50:60])
	}
	if lines := decode(t, log[51:]); lines[0]["t"] != "info" {
		t.Errorf("begins again with %v", lines[0])
	}
}

func TestErrorOfOurOwn_endsTheAgentAndNothingElse(t *testing.T) {
	dashboard := newTestDashboard(t)
	a, _ := observed(t, dashboard.server.URL)
	a.Sample()
	a.mu.Lock()
	a.pauses = nil
	a.mu.Unlock()
	a.Sample()
	eventually(t, "ended", func() bool { a.Sample(); return atomic.LoadInt32(&a.broken) != 0 })
	a.Workload("running", "w", 1, 0, 1, nil)
	a.Close()
}

func TestNil_doesNothing(t *testing.T) {
	var a *Agent
	a.Sample()
	a.Workload("started", "w", 0, 0, 1, nil)
	a.Close()
}
