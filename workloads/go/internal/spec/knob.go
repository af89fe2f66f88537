package spec

import (
	"math"
	"runtime/debug"
	"strings"
)

// Kind is what kind of text a knob takes, and the unit of the whole number it becomes.
type Kind struct {
	Name    string
	Unit    string
	example string
}

var (
	CountKind    = &Kind{"COUNT", "count", "a whole number such as 1000 or 5m"}
	BytesKind    = &Kind{"BYTES", "bytes", "bytes such as 48m, 512k or 1g"}
	ShareKind    = &Kind{"SHARE", "parts per million", "a share such as 1% or 0.01"}
	DurationKind = &Kind{"DURATION", "ns", "a time such as 500ms, 10s or 2m"}
	// HeapBytesKind is bytes, or a share of the memory limit, which becomes bytes.
	HeapBytesKind = &Kind{"HEAP_BYTES", "bytes", "bytes such as 48m, or a share of the heap such as 45%"}
	ChoiceKind    = &Kind{"CHOICE", "text", "one of the names listed"}
	// TextKind is any text; the workload's plan checks it.
	TextKind = &Kind{"TEXT", "text", "text"}
)

// Knob is one parameter of a workload: its name, what it means, its bounds and its default.
type Knob struct {
	Name string
	Kind *Kind
	// Default is as a user would type it; empty if the knob is off unless given.
	Default string
	// Min and Max are the legal values of a number, in the kind's unit.
	Min, Max int64
	// Choices are the legal texts of a choice, else none.
	Choices []string
	Meaning string
}

func CountKnob(name, preset string, min, max int64, meaning string) Knob {
	return Knob{name, CountKind, preset, min, max, nil, meaning}
}

func BytesKnob(name, preset, min, max, meaning string) Knob {
	return Knob{name, BytesKind, preset, exactBytes(min), exactBytes(max), nil, meaning}
}

// HeapBytesKnob takes bytes that may also be given as a share of the memory limit.
func HeapBytesKnob(name, preset, min, max, meaning string) Knob {
	return Knob{name, HeapBytesKind, preset, exactBytes(min), exactBytes(max), nil, meaning}
}

// ShareKnob takes a share; the bounds are parts per million.
func ShareKnob(name, preset string, minPPM, maxPPM int64, meaning string) Knob {
	return Knob{name, ShareKind, preset, minPPM, maxPPM, nil, meaning}
}

func DurationKnob(name, preset string, minNanos, maxNanos int64, meaning string) Knob {
	return Knob{name, DurationKind, preset, minNanos, maxNanos, nil, meaning}
}

func ChoiceKnob(name, preset string, choices []string, meaning string) Knob {
	return Knob{name, ChoiceKind, preset, 0, 0, choices, meaning}
}

func TextKnob(name, preset, meaning string) Knob {
	return Knob{name, TextKind, preset, 0, 0, nil, meaning}
}

// IsNumber tells whether the value is a whole number rather than text.
func (k Knob) IsNumber() bool {
	return k.Kind != ChoiceKind && k.Kind != TextKind
}

// Parse is the whole number that a user's text stands for, in the kind's unit.
func (k Knob) Parse(text string) (int64, error) {
	stripped := strings.TrimSpace(text)
	if k.Kind == HeapBytesKind && strings.HasSuffix(stripped, "%") && heapBytes() == math.MaxInt64 {
		return 0, &BadInput{
			"--" + k.Name + " can't be " + stripped + ", since Go has no maximum heap",
			"give it bytes such as 48m, or a --memlimit to take the share of",
		}
	}
	value, valid := k.read(stripped)
	if !valid {
		return 0, &BadInput{"--" + k.Name + " can't be '" + text + "'", "give it " + k.Kind.example}
	}
	if value < k.Min || value > k.Max {
		return 0, &BadInput{
			"--" + k.Name + " can't be " + text + k.shownIfShareOfHeap(text, value),
			"it must lie between " + k.Show(k.Min) + " and " + k.Show(k.Max),
		}
	}
	return value, nil
}

// Choose is the text of a knob that is not a number.
func (k Knob) Choose(text string) (string, error) {
	if k.Kind == TextKind {
		return text, nil
	}
	choice := strings.ToLower(strings.TrimSpace(text))
	for _, legal := range k.Choices {
		if choice == legal {
			return choice, nil
		}
	}
	return "", &BadInput{
		"--" + k.Name + " can't be '" + text + "'", "it must be one of " + strings.Join(k.Choices, ", "),
	}
}

// Show is a value as a user would type it.
func (k Knob) Show(value int64) string {
	switch k.Kind {
	case BytesKind, HeapBytesKind:
		return ShowBytes(value)
	case ShareKind:
		return ShowShare(value)
	case DurationKind:
		return ShowNanos(value)
	}
	return ShowCount(value)
}

func (k Knob) read(text string) (int64, bool) {
	switch k.Kind {
	case CountKind:
		return Count(text)
	case BytesKind:
		return Bytes(text)
	case ShareKind:
		return Share(text)
	case DurationKind:
		return Nanos(text)
	case HeapBytesKind:
		return bytesOrShare(text)
	}
	return 0, false
}

func (k Knob) shownIfShareOfHeap(text string, value int64) string {
	if k.Kind == HeapBytesKind && strings.Contains(text, "%") {
		return " of the heap (" + k.Show(value) + ")"
	}
	return ""
}

// heapBytes is what stands for the JVM's maximum heap: the memory limit, set by --memlimit or GOMEMLIMIT; the largest
// number where there is none.
func heapBytes() int64 {
	return debug.SetMemoryLimit(-1)
}

func bytesOrShare(text string) (int64, bool) {
	if !strings.HasSuffix(text, "%") {
		return Bytes(text)
	}
	ppm, valid := Share(text)
	if !valid || ppm > PPM {
		return 0, false
	}
	return heapBytes() / PPM * ppm, true
}

func exactBytes(text string) int64 {
	bytes, valid := Bytes(text)
	if !valid {
		panic("not bytes: " + text)
	}
	return bytes
}
