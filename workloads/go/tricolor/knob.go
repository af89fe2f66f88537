package tricolor

import (
	"os"
	"runtime/debug"
	"strconv"
)

// knob is a setting of the collector that the agent reads and, where it may, turns.
type knob struct {
	name   string
	off    int64             // the value that stands for none
	set    func(int64) int64 // answers the value before
	now    int64             // as last told; needs Agent.mu
	moving bool              // what is read meanwhile is not the program's doing; needs Agent.mu
	before *int64            // what there was before the agent turned it, nil where that is what there is; needs Agent.obeying
}

func gogcKnob() knob {
	return knob{name: "GOGC", off: -1, set: func(percent int64) int64 { return int64(debug.SetGCPercent(int(percent))) }}
}

func memlimitKnob() knob {
	return knob{name: "GOMEMLIMIT", off: noLimit, set: debug.SetMemoryLimit}
}

// text answers a value in the words of the environment variable.
func (k *knob) text(value int64) string {
	if value == k.off {
		return "off"
	}
	return strconv.FormatInt(value, 10)
}

// readKnobs calls back with each knob's value. Before 1.21 the only way to ask for GOGC is to set it: there it is what the
// environment said, or what the agent has found or set since. Needs a.mu and a reading.
func (a *Agent) readKnobs(each func(k *knob, value int64)) {
	if gogc, has := a.metrics.uint(gogcMetric); has {
		each(&a.gogc, gogc)
	}
	memlimit, has := a.metrics.uint(memlimitMetric)
	if !has {
		memlimit = debug.SetMemoryLimit(-1) // reads only
	}
	each(&a.memlimit, memlimit)
}

// firstKnobs takes what is set as the agent starts. Needs a.mu and a reading.
func (a *Agent) firstKnobs() {
	a.gogc.now = gogcOf(os.Getenv("GOGC"))
	a.readKnobs(func(k *knob, value int64) { k.now = value })
}

// seeKnobs tells what the program has turned itself. Needs a.mu and a reading.
func (a *Agent) seeKnobs() {
	a.readKnobs(func(k *knob, value int64) {
		if !k.moving {
			a.found(k, value, a.now())
		}
	})
}

func (a *Agent) found(k *knob, value, at int64) {
	if value != k.now {
		a.turned(k, value, "the program", at)
	}
}

func (a *Agent) turned(k *knob, value int64, who string, at int64) {
	a.tell(at, k.name, k.text(k.now), k.text(value), who, "")
	k.now = value
}

// turn sets a knob and tells so. Needs a.obeying; a.mu is left to others meanwhile, since switching GOGC off waits for a mark that
// runs.
func (a *Agent) turn(k *knob, value int64, who string) {
	at := a.moves(k)
	was := k.set(value)
	if k.before == nil {
		k.before = &was
	}
	if *k.before == value {
		k.before = nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	k.moving = false
	a.found(k, was, at)
	a.turned(k, value, who, at)
}

// moves answers when the knob begins to move.
func (a *Agent) moves(k *knob) int64 {
	a.mu.Lock()
	defer a.mu.Unlock()
	k.moving = true
	return a.now()
}

// restore puts back what was there before the agent's first change. Needs a.obeying.
func (a *Agent) restore(who string) {
	for _, k := range []*knob{&a.gogc, &a.memlimit} {
		if k.before != nil {
			a.turn(k, *k.before, who)
		}
	}
}

// tell adds a knob line, with a reason where nothing was set. Needs a.mu.
func (a *Agent) tell(at int64, name, old, new, who, refused string) {
	if !a.recording() {
		return
	}
	l := &a.line
	l.start("knob", at)
	l.string("name", name)
	l.string("old", old)
	l.string("new", new)
	l.string("who", who)
	if refused != "" {
		l.string("refused", refused)
	}
	a.add(happened, l.end())
}

func gogcOf(environment string) int64 {
	if environment == "" {
		return 100
	}
	if environment == "off" {
		return -1
	}
	if value, err := strconv.ParseInt(environment, 10, 32); err == nil {
		if value < 0 {
			return -1
		}
		return value
	}
	return 100 // as the runtime does
}
