package tricolor

import (
	"encoding/json"
	"math"
	"strconv"
)

// line is one JSON object of the log under construction. Its methods add a field and allocate nothing but the buffer.
type line struct {
	text []byte
}

// start begins an object of a type at a time, over whatever the buffer held.
func (l *line) start(t string, at int64) {
	l.text = append(l.text[:0], `{"t":"`...)
	l.text = append(l.text, t...)
	l.text = append(l.text, `","at":`...)
	l.text = strconv.AppendInt(l.text, at, 10)
}

func (l *line) key(name string) {
	if l.text[len(l.text)-1] != '{' {
		l.text = append(l.text, ',')
	}
	l.text = append(l.text, quoted(name)...)
	l.text = append(l.text, ':')
}

func (l *line) integer(name string, value int64) {
	l.key(name)
	l.text = strconv.AppendInt(l.text, value, 10)
}

func (l *line) string(name, value string) {
	l.key(name)
	l.text = append(l.text, quoted(value)...)
}

func (l *line) raw(name string, json []byte) {
	l.key(name)
	l.text = append(l.text, json...)
}

// value adds anything that has a JSON form.
func (l *line) value(name string, value interface{}) {
	if text, err := json.Marshal(value); err == nil {
		l.raw(name, text)
	}
}

func (l *line) open(name string) {
	l.key(name)
	l.text = append(l.text, '{')
}

func (l *line) close() {
	l.text = append(l.text, '}')
}

// end finishes the object and answers it with its newline; the bytes are the caller's.
func (l *line) end() []byte {
	l.text = append(l.text, '}', '\n')
	return append([]byte(nil), l.text...)
}

// appendNumber writes a float as JSON does; infinities and NaN, which JSON lacks, as null.
func appendNumber(text []byte, value float64) []byte {
	if math.IsInf(value, 0) || math.IsNaN(value) {
		return append(text, "null"...)
	}
	return strconv.AppendFloat(text, value, 'g', -1, 64)
}

// quoted answers a JSON string. Names of metrics need no escape and are the common case.
func quoted(s string) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' || s[i] == '"' || s[i] == '\\' {
			text, _ := json.Marshal(s)
			return text
		}
	}
	text := make([]byte, 0, len(s)+2)
	text = append(text, '"')
	text = append(text, s...)
	return append(text, '"')
}
