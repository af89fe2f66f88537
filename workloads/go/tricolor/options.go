package tricolor

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Bounds of Options.Interval.
const (
	DefaultInterval  = 100 * time.Millisecond
	ShortestInterval = 10 * time.Millisecond
	LongestInterval  = time.Minute
)

// DefaultBacklog is how many bytes are held while they can't be sent.
const DefaultBacklog = 4 << 20

const smallestBacklog = 64 << 10

// Options say where to send and how often to read. Only URL is needed.
type Options struct {
	// URL is the dashboard's address, such as http://127.0.0.1:7979.
	URL string
	// Name of the session; by default the program's file name. Never its arguments.
	Name string
	// Token is the bearer token; @FILE reads it from a file.
	Token string
	// Labels is anything else that the session should carry.
	Labels map[string]string
	// Control lets the dashboard turn GOGC and the memory limit while the program runs.
	Control bool
	// Interval between two readings of runtime/metrics, from 10 ms to one minute; 0 is 100 ms.
	Interval time.Duration
	// Backlog is how many bytes are held at most while they can't be sent; 0 is 4 MiB.
	Backlog int
	// Tee, for finding errors, is a file that gets the bytes which the dashboard should hold.
	Tee string
}

// fromEnvironment reads TRICOLOR_*; false where TRICOLOR_URL is not set. A value that can't be is returned as a complaint.
func fromEnvironment(environ []string) (o Options, wanted bool, complaint string) {
	o.Labels = map[string]string{}
	for _, variable := range environ {
		key, value, _ := strings.Cut(variable, "=")
		switch {
		case value == "":
		case key == "TRICOLOR_URL":
			o.URL = value
		case key == "TRICOLOR_NAME":
			o.Name = value
		case key == "TRICOLOR_TOKEN":
			o.Token = value
		case key == "TRICOLOR_TEE":
			o.Tee = value
		case key == "TRICOLOR_CONTROL":
			o.Control = value == "on"
			if !o.Control && value != "off" {
				complaint = fmt.Sprintf("TRICOLOR_CONTROL: %q is neither on nor off; off is used", value)
			}
		case key == "TRICOLOR_INTERVAL":
			interval, err := parseInterval(value)
			if err != nil {
				complaint = "TRICOLOR_INTERVAL: " + err.Error() + "; " + DefaultInterval.String() + " is used"
			}
			o.Interval = interval
		case strings.HasPrefix(key, "TRICOLOR_LABEL_"):
			o.Labels[strings.ToLower(strings.TrimPrefix(key, "TRICOLOR_LABEL_"))] = value
		}
	}
	return o, o.URL != "", complaint
}

// parseInterval takes "250ms", "2s", and a bare number as milliseconds.
func parseInterval(text string) (time.Duration, error) {
	interval, err := time.ParseDuration(text)
	if ms, e := strconv.Atoi(text); e == nil {
		interval, err = time.Duration(ms)*time.Millisecond, nil
	}
	if err != nil || interval < ShortestInterval || interval > LongestInterval {
		return 0, fmt.Errorf("%q is not from %v to %v", text, ShortestInterval, LongestInterval)
	}
	return interval, nil
}

// checked fills in what is missing, and says what can't be.
func (o Options) checked() (Options, error) {
	address, err := url.Parse(o.URL)
	if err != nil || address.Host == "" || (address.Scheme != "http" && address.Scheme != "https") {
		return o, fmt.Errorf("%q is no dashboard's address: write it like http://127.0.0.1:7979", o.URL)
	}
	if o.Name == "" {
		o.Name = filepath.Base(os.Args[0])
	}
	if o.Interval == 0 {
		o.Interval = DefaultInterval
	}
	if o.Interval < ShortestInterval || o.Interval > LongestInterval {
		return o, fmt.Errorf("interval %v is not from %v to %v", o.Interval, ShortestInterval, LongestInterval)
	}
	if o.Backlog == 0 {
		o.Backlog = DefaultBacklog
	}
	if o.Backlog < smallestBacklog {
		return o, fmt.Errorf("a backlog of %d bytes is too small: %d or more", o.Backlog, smallestBacklog)
	}
	if strings.HasPrefix(o.Token, "@") {
		text, err := os.ReadFile(o.Token[1:])
		if err != nil {
			return o, fmt.Errorf("cannot read the token: %w", err)
		}
		o.Token = strings.TrimSpace(string(text))
	}
	if strings.ContainsAny(o.Token, "\r\n") {
		return o, fmt.Errorf("the token has more than one line")
	}
	return o, nil
}
