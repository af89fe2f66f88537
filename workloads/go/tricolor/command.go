package tricolor

import (
	"fmt"
	"strconv"
	"strings"
)

const (
	leastGOGC    = 1
	mostGOGC     = 100000
	longestID    = 64
	longestShown = 100 // bytes of a refused value that are told
	byDashboard  = "dashboard"
)

const withoutControl = "the agent was started without TRICOLOR_CONTROL=on (Options.Control), which lets the dashboard turn knobs"

// command is what the dashboard asks for: an ID, a name, and a value where the name takes one.
type command struct {
	id, name, value string
}

// parseCommand answers false for what is no command.
func parseCommand(text string) (command, bool) {
	id, rest, two := strings.Cut(text, " ")
	name, value, _ := strings.Cut(rest, " ")
	c := command{id, name, strings.TrimSpace(value)}
	return c, two && id != "" && len(id) <= longestID && name != ""
}

// obey carries a command out, or tells why not. False where the agent ends and takes none any more.
func (a *Agent) obey(c command) bool {
	a.obeying.Lock()
	defer a.obeying.Unlock()
	if a.ended {
		return false
	}
	if why := a.carryOut(c); why != "" {
		a.refuse(c, why)
	}
	return true
}

// carryOut answers why it can't be, empty where it has been.
func (a *Agent) carryOut(c command) string {
	switch {
	case !a.options.Control:
		return withoutControl
	case c.name == "gogc":
		return a.turnGOGC(c.value)
	case c.name == "memlimit":
		return a.turnMemlimit(c.value)
	case c.name == "restore" && c.value == "":
		a.restore(byDashboard)
		return ""
	default:
		return "there is no such command; there are gogc, memlimit, restore"
	}
}

func (a *Agent) turnGOGC(text string) string {
	percent, is := within(text, leastGOGC, mostGOGC, a.gogc.off)
	if !is {
		return fmt.Sprintf("GOGC is a whole number from %d to %d, or off", leastGOGC, mostGOGC)
	}
	a.turn(&a.gogc, percent, byDashboard)
	return ""
}

func (a *Agent) turnMemlimit(text string) string {
	limit, is := within(text, 1, noLimit, a.memlimit.off)
	if !is {
		return fmt.Sprintf("a memory limit is a whole number of bytes from 1 to %d, or off", noLimit)
	}
	if live, rest := a.inUse(); limit <= live+rest {
		return fmt.Sprintf("a limit of %d bytes lies below what is in use: %d bytes live and %d beside the heap; the collector would run without end",
			limit, live, rest)
	}
	a.turn(&a.memlimit, limit, byDashboard)
	return ""
}

func (a *Agent) inUse() (live, rest int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.metrics.read()
	return a.metrics.inUse()
}

// within answers a whole number, or what stands for off; false for anything else.
func within(text string, least, most, off int64) (int64, bool) {
	if text == "off" {
		return off, true
	}
	value, err := strconv.ParseInt(text, 10, 64)
	return value, err == nil && value >= least && value <= most
}

func (a *Agent) refuse(c command, why string) {
	name := c.name
	switch name {
	case "gogc":
		name = a.gogc.name
	case "memlimit":
		name = a.memlimit.name
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.tell(a.now(), shortened(name), "", shortened(c.value), byDashboard, why)
}

func shortened(text string) string {
	if len(text) > longestShown {
		return text[:longestShown] + "…"
	}
	return text
}

// finish puts the knobs back and takes no more commands.
func (a *Agent) finish() {
	defer a.guard()
	a.obeying.Lock()
	defer a.obeying.Unlock()
	a.ended = true
	a.restore("agent")
}
