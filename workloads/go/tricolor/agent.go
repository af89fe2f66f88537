package tricolor

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

const agentName = "tricolor-go 0.1"

// Agent observes this process. All its methods may be called at any time, from any goroutine, and on a nil Agent, where they
// do nothing.
type Agent struct {
	options Options
	base    time.Time // wall and monotonic
	cancel  context.CancelFunc
	to      *connection

	closing   chan struct{}
	closeBy   time.Time // set before closing is closed
	closeOnce sync.Once
	sent      chan struct{} // closed when the sending goroutine has ended
	full      chan struct{} // what waits is worth sending

	broken   int32 // 1 after a panic of ours
	noticed  int32
	failures atomic.Int64
	reading  ownCPU
	sending  ownCPU

	obeying sync.Mutex // knobs are turned by one at a time
	ended   bool       // no command is carried out any more; needs obeying

	mu       sync.Mutex // all below
	begun    bool
	closed   bool
	line     line
	metrics  *runtimeMetrics
	pauses   *pauseReader
	memory   *processMemory
	backlog  *backlog
	headers  [][]byte
	gogc     knob
	memlimit knob
	second   time.Time // of the last lines that come once a second
	called   time.Time // when the sender was last called
}

var (
	attachOnce sync.Once
	attached   *Agent
)

// Attach starts the agent as the environment says: TRICOLOR_URL, TRICOLOR_NAME, TRICOLOR_TOKEN, TRICOLOR_LABEL_KEY,
// TRICOLOR_CONTROL, TRICOLOR_INTERVAL, TRICOLOR_TEE. It answers nil, on which all methods do nothing, where TRICOLOR_URL is not set, and the same
// agent when called again.
func Attach() *Agent {
	attachOnce.Do(func() {
		options, wanted, complaint := fromEnvironment(os.Environ())
		if complaint != "" {
			fmt.Fprintln(os.Stderr, "tricolor: "+complaint)
		}
		if wanted {
			attached = start(options, complaint != "")
		}
	})
	return attached
}

// Start starts an agent. It does not wait for the dashboard, which may come later. Options that can't be are told in one
// line on standard error, and the answer is nil, on which all methods do nothing.
func Start(options Options) *Agent {
	return start(options, false)
}

func start(options Options, noticed bool) (started *Agent) {
	defer func() {
		if recover() != nil {
			started = nil
		}
	}()
	checked, err := options.checked()
	if err != nil {
		if !noticed {
			fmt.Fprintln(os.Stderr, "tricolor: "+err.Error())
		}
		return nil
	}
	a := newAgent(checked)
	if noticed {
		a.noticed = 1
	}
	a.run()
	return a
}

func (a *Agent) run() {
	go a.sample()
	go a.send()
}

func newAgent(o Options) *Agent {
	ctx, cancel := context.WithCancel(context.Background())
	address, _ := url.Parse(o.URL) // checked
	a := &Agent{
		options: o,
		base:    time.Now(),
		cancel:  cancel,
		closing: make(chan struct{}),
		sent:    make(chan struct{}),
		full:    make(chan struct{}, 1),

		gogc:     gogcKnob(),
		memlimit: memlimitKnob(),
	}
	a.to = newConnection(ctx, address, o.Token, &a.sending)
	var tee *os.File
	if o.Tee != "" {
		var err error
		if tee, err = os.OpenFile(o.Tee, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600); err != nil {
			a.notice("cannot write %s: %v", o.Tee, err)
		}
	}
	a.backlog = newBacklog(o.Backlog, tee)
	return a
}

// Sample takes a reading now, beside those of every interval.
func (a *Agent) Sample() {
	if a == nil {
		return
	}
	defer a.guard()
	defer a.reading.begin().end()
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.recording() {
		a.read()
		a.process()
	}
}

// Workload tells what a benchmark does. The stages "started" and "finished" bring a reading with them, so that figures can be
// taken for the measured part alone.
//
// total is 0 where the work is bounded by time; threads is told with "started", result (a JSON object) with "finished".
func (a *Agent) Workload(stage, workload string, operations, total int64, threads int, result []byte) {
	if a == nil {
		return
	}
	defer a.guard()
	if stage != "running" {
		a.Sample()
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.recording() {
		return
	}
	l := &a.line
	l.start("workload", a.now())
	l.string("stage", stage)
	l.string("workload", workload)
	l.integer("operations", operations)
	l.integer("total", total)
	if stage == "started" {
		l.integer("threads", int64(threads))
	}
	var compact bytes.Buffer
	if stage == "finished" && json.Compact(&compact, result) == nil {
		l.raw("result", compact.Bytes())
	}
	a.add(happened, l.end())
}

// Close puts back the knobs that the dashboard has turned, takes a last reading, sends what is left and ends the session, within
// 1.5 seconds.
func (a *Agent) Close() {
	if a == nil {
		return
	}
	defer a.guard()
	a.closeOnce.Do(func() {
		a.closeBy = time.Now().Add(drainedWithin)
		a.to.endBy(a.closeBy)
		late := make(chan struct{})
		defer time.AfterFunc(drainedWithin, func() { close(late) }).Stop()
		a.finishBefore(late)
		a.lastReading()
		close(a.closing)
		select {
		case <-a.sent:
		case <-late:
		}
		a.cancel()
	})
}

// finishBefore finishes; where switching GOGC off must wait for a long mark, that goes on by itself.
func (a *Agent) finishBefore(late <-chan struct{}) {
	if !a.options.Control {
		return
	}
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		a.finish()
	}()
	select {
	case <-finished:
	case <-late:
	}
}

func (a *Agent) lastReading() {
	defer a.reading.begin().end()
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.recording() {
		a.read()
		a.everySecond()
		a.memory.close()
	}
	a.closed = true
}

// sample is the sampling goroutine.
func (a *Agent) sample() {
	defer a.guard()
	p := newPace(a.options.Interval)
	defer p.stop()
	for {
		a.tick(p)
		if !p.wait(a.closing) || atomic.LoadInt32(&a.broken) != 0 {
			return
		}
	}
}

func (a *Agent) tick(p *pace) {
	defer a.reading.begin().end()
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.recording() {
		return
	}
	a.read()
	if time.Since(a.second) >= time.Second-a.options.Interval/2 {
		a.everySecond()
		p.choose(a.metrics.work())
	}
}

// send is the sending goroutine.
func (a *Agent) send() {
	defer close(a.sent)
	defer a.guard()
	defer a.to.close()
	s := &sender{agent: a, to: a.to, session: "/api/sessions/" + newID(), opening: opening(a.options)}
	s.run()
}

// guard ends the agent instead of the program after a panic of ours.
func (a *Agent) guard() {
	if problem := recover(); problem != nil {
		if atomic.CompareAndSwapInt32(&a.broken, 0, 1) {
			go a.finish()
		}
		a.cancel()
		a.notice("ended by an error of its own: %v", problem)
	}
}

// notice tells the program's user one thing, the first.
func (a *Agent) notice(format string, values ...interface{}) {
	if atomic.CompareAndSwapInt32(&a.noticed, 0, 1) {
		fmt.Fprintf(os.Stderr, "tricolor: "+format+"\n", values...)
	}
}

func (a *Agent) countFailure() {
	a.failures.Add(1)
}

// now is nanoseconds since the epoch: the wall clock when the agent started and the monotonic clock since.
func (a *Agent) now() int64 {
	return a.base.UnixNano() + int64(time.Since(a.base))
}

// cpuNs answers the CPU time of this agent's own work; false where it is not known.
func (a *Agent) cpuNs() (int64, bool) {
	reading, knownReading := a.reading.total()
	sending, knownSending := a.sending.total()
	return reading + sending, knownReading && knownSending
}

func (a *Agent) nextBlock() ([]byte, int64) {
	defer a.sending.begin().end()
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.backlog.next()
}

func (a *Agent) settle(held int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.backlog.settle(held) {
		a.begin()
		a.metrics.forget()
		a.metrics.read()
		a.headers = a.describe()
		a.backlog.restart(held, a.headers, a.metricsLine())
	}
}
