package tricolor

import (
	"fmt"
	"net/url"
	"strconv"
	"time"
)

const (
	sendEvery     = 500 * time.Millisecond
	sendAnyway    = 2 * time.Second // what no later line has called for
	firstPause    = 250 * time.Millisecond
	longestPause  = 5 * time.Second
	refusedPause  = 30 * time.Second
	drainedWithin = 1500 * time.Millisecond

	commandsAtOnce = 16 // each adds a line, which is sent at once and may bring the next
)

// sender carries the backlog to the dashboard, on one goroutine.
type sender struct {
	agent   *Agent
	to      *connection
	session string // path of the session
	opening url.Values
	opened  bool
	taken   string        // ID of the last command
	pause   time.Duration // before the next try; 0 while all is well
}

// run sends until the agent is closed, then what is left, within a bound.
func (s *sender) run() {
	timer := time.NewTimer(0) // the session is opened at once
	defer timer.Stop()
	for {
		full := s.agent.full
		if s.pause > 0 {
			full = nil // no hurry for one who isn't heard
		}
		select {
		case <-timer.C:
		case <-full:
			if !timer.Stop() {
				select {
				case <-timer.C:
				default:
				}
			}
		case <-s.agent.closing:
			s.drain()
			return
		}
		s.send()
		wait := sendAnyway
		if s.pause > 0 {
			wait = s.pause
		}
		timer.Reset(wait)
	}
}

// drain sends what is left and ends the session, unless nobody takes it in time.
func (s *sender) drain() {
	s.pause = 0
	until := s.agent.closeBy
	for {
		if s.send() {
			got, err := s.to.ask("POST", s.session+"/end", url.Values{"reason": {"exit"}}, nil)
			if err == nil && got.status == 200 {
				return
			}
		}
		pause := firstPause
		if left := time.Until(until); left < pause {
			pause = left
		}
		if pause <= 0 {
			return
		}
		time.Sleep(pause)
	}
}

// send sends all that waits, and carries out the commands that come back; false where that failed.
func (s *sender) send() bool {
	commands := 0
	for {
		if !s.opened && !s.open() {
			return false
		}
		block, offset := s.agent.nextBlock()
		if len(block) == 0 {
			s.pause = 0
			return true
		}
		got, err := s.to.ask("POST", s.session+"/log", s.query(offset), block)
		switch {
		case err == nil && (got.status == 200 || got.status == 409):
			if !s.settle(got) {
				return false
			}
			s.pause = 0
			if commands < commandsAtOnce && s.obey(got) {
				commands++
			}
		case err == nil && got.status == 404:
			s.opened = false // it has forgotten the session, or another has come in its place
		default:
			s.failed(got, err)
			return false
		}
	}
}

func (s *sender) query(offset int64) url.Values {
	query := url.Values{"offset": {strconv.FormatInt(offset, 10)}}
	if s.taken != "" {
		query.Set("ack", s.taken)
	}
	return query
}

// obey carries out the command that an answer brings, once; the next append acknowledges it.
func (s *sender) obey(got answer) bool {
	c, is := parseCommand(got.fields["command"])
	if !is || c.id == s.taken || !s.agent.obey(c) {
		return false
	}
	s.taken = c.id
	return true
}

func (s *sender) open() bool {
	got, err := s.to.ask("PUT", s.session, s.opening, nil)
	if err != nil || got.status != 200 {
		s.failed(got, err)
		return false
	}
	s.opened = s.settle(got)
	return s.opened
}

func (s *sender) settle(got answer) bool {
	held, err := strconv.ParseInt(got.fields["offset"], 10, 64)
	if err != nil || held < 0 {
		s.failed(got, fmt.Errorf("what answers there is no Tricolor dashboard"))
		return false
	}
	s.agent.settle(held)
	return true
}

func (s *sender) failed(got answer, err error) {
	s.agent.countFailure()
	s.pause *= 2
	if s.pause < firstPause {
		s.pause = firstPause
	}
	if s.pause > longestPause {
		s.pause = longestPause
	}
	at := s.to.base.Redacted()
	switch {
	case err == nil && (got.status == 401 || got.status == 403):
		s.pause = refusedPause
		s.agent.notice("the dashboard at %s refuses the token: set TRICOLOR_TOKEN", at)
	case err == nil:
		s.agent.notice("the dashboard at %s answers %d %s: trying again", at, got.status, got.fields["error"])
	default:
		s.agent.notice("no dashboard at %s (%v): trying again", at, err)
	}
}
