// Package spec holds what a workload declares: its knobs, its plan, its workers, its invariants.
// It says the same as the Java package of this name, knob for knob and bound for bound.
package spec
