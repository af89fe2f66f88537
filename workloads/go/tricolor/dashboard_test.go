package tricolor

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// testDashboard keeps the ingest contract over real HTTP, and can be told to fail.
type testDashboard struct {
	server *httptest.Server

	mu      sync.Mutex
	log     []byte
	opened  bool
	query   map[string]string
	ended   string
	token   string
	appends int
	fault   func(append int) fault // of the n-th append, from 1

	commands []string // the first one goes with each answer to an append until it is acknowledged
	deaf     int      // acknowledgements that are not heard
	acks     []string // of each append, empty where there was none
}

type fault int

const (
	none fault = iota
	refuse
	takeAndRefuse     // bytes are kept, the answer is 500
	takeAndHangUp     // bytes are kept, the answer is lost
	takeAndSayNothing // bytes are kept, no answer comes
	forget            // the session is gone
)

func newTestDashboard(t *testing.T) *testDashboard {
	d := &testDashboard{fault: func(int) fault { return none }}
	d.server = httptest.NewServer(d)
	t.Cleanup(d.server.Close)
	return d
}

func (d *testDashboard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.token != "" && r.Header.Get("Authorization") != "Bearer "+d.token {
		w.WriteHeader(401)
		return
	}
	switch {
	case r.Method == "PUT":
		if !d.opened {
			d.opened = true
			d.query = map[string]string{}
			for key := range r.URL.Query() {
				d.query[key] = r.URL.Query().Get(key)
			}
		}
		d.answer(w, 200)
	case !d.opened:
		w.WriteHeader(404)
	case strings.HasSuffix(r.URL.Path, "/end"):
		d.ended = r.URL.Query().Get("reason")
		d.answer(w, 200)
	default:
		d.append(w, r, body)
	}
}

func (d *testDashboard) append(w http.ResponseWriter, r *http.Request, body []byte) {
	d.appends++
	d.acknowledged(r.URL.Query().Get("ack"))
	what := d.fault(d.appends)
	if what == refuse {
		w.WriteHeader(500)
		return
	}
	if what == forget {
		d.log, d.opened = nil, false
		w.WriteHeader(404)
		return
	}
	if offset, err := strconv.Atoi(r.URL.Query().Get("offset")); err != nil || offset != len(d.log) {
		d.answer(w, 409)
		return
	}
	d.log = append(d.log, body...)
	switch what {
	case takeAndRefuse:
		w.WriteHeader(500)
	case takeAndHangUp:
		connection, _, _ := w.(http.Hijacker).Hijack()
		connection.Close()
	case takeAndSayNothing:
		connection, _, _ := w.(http.Hijacker).Hijack()
		go func() {
			io.Copy(io.Discard, connection) // until the other side gives up
			connection.Close()
		}()
	default:
		d.answer(w, 200)
		if len(d.commands) > 0 {
			fmt.Fprintf(w, "command=%s\n", d.commands[0])
		}
	}
}

func (d *testDashboard) acknowledged(id string) {
	d.acks = append(d.acks, id)
	if id == "" || len(d.commands) == 0 || !strings.HasPrefix(d.commands[0], id+" ") {
		return
	}
	if d.deaf--; d.deaf < 0 {
		d.commands = d.commands[1:]
	}
}

func (d *testDashboard) waiting() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.commands)
}

func (d *testDashboard) answer(w http.ResponseWriter, status int) {
	w.WriteHeader(status)
	fmt.Fprintf(w, "offset=%d\n", len(d.log))
}

func (d *testDashboard) held() []byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]byte(nil), d.log...)
}

func (d *testDashboard) set(change func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	change()
}

func (d *testDashboard) isEnded() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.ended
}

// eventually waits for a condition.
func eventually(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for until := time.Now().Add(20 * time.Second); !condition(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("never: %s", what)
		}
	}
}

// nobodyAt answers an address that refuses connections.
func nobodyAt(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return "http://" + listener.Addr().String()
}
