package tricolor

import (
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// loaded is close to the moment from which the runtime counts its own times.
var loaded = time.Now()

const noLimit = int64(^uint64(0) >> 1)

// describe answers the log's first lines: info, and the bounds of each histogram. Needs a.mu, and a reading.
func (a *Agent) describe() [][]byte {
	l := &a.line
	missing := map[string]string{}
	for name, why := range a.metrics.missing {
		missing[name] = why
	}
	l.start("info", a.now())
	l.string("agent", agentName)
	l.string("go", runtime.Version())
	l.string("goos", runtime.GOOS)
	l.string("goarch", runtime.GOARCH)
	l.integer("procs", int64(runtime.GOMAXPROCS(0)))
	l.integer("cpus", int64(runtime.NumCPU()))
	l.integer("gogc", a.gogc.now)
	if a.memlimit.now != a.memlimit.off {
		l.integer("memlimit", a.memlimit.now)
	}
	l.value("control", a.options.Control)
	if is, known := greenTea(runtime.Version(), experiments()); known {
		l.value("greentea", is)
	}
	l.integer("pid", int64(os.Getpid()))
	l.integer("start", loaded.UnixNano())
	l.integer("intervalNs", int64(a.options.Interval))
	l.string("godebug", os.Getenv("GODEBUG"))
	l.value("args", masked(os.Args))
	if runtime.GOOS != "linux" {
		missing["rss"] = "needs /proc/self/status, which " + runtime.GOOS + " does not have"
	}
	l.value("missing", missing)
	return append([][]byte{l.end()}, a.metrics.buckets(l, a.now())...)
}

// experiments answers the GOEXPERIMENT that this program was built with.
func experiments() string {
	if info, has := debug.ReadBuildInfo(); has {
		for _, setting := range info.Settings {
			if setting.Key == "GOEXPERIMENT" {
				return setting.Value
			}
		}
	}
	return ""
}

var release = regexp.MustCompile(`go1\.(\d+)`)

// greenTea says whether objects are marked by span: an experiment in 1.25, usual from 1.26 on.
func greenTea(version, experiments string) (is, known bool) {
	found := release.FindStringSubmatch(version)
	if found == nil {
		return false, false
	}
	minor, err := strconv.Atoi(found[1])
	if err != nil {
		return false, false
	}
	asked := experiments + "," + version // the version names experiments after X:
	switch {
	case minor < 25:
		return false, true
	case strings.Contains(asked, "nogreenteagc"):
		return false, true
	case strings.Contains(asked, "greenteagc"):
		return true, true
	default:
		return minor >= 26, true
	}
}

// opening is what a session is opened with.
func opening(o Options) url.Values {
	host, _ := os.Hostname()
	values := url.Values{
		"name":    {o.Name},
		"runtime": {"go"},
		"format":  {"ndjson"},
		"host":    {host},
		"pid":     {strconv.Itoa(os.Getpid())},
	}
	for key, value := range o.Labels {
		values.Set("label."+key, value)
	}
	return values
}

// newID answers a random UUID.
func newID() string {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err) // guarded: no session rather than another's
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:16])
}
