package heap

import "tricolor.dev/go/internal/spec"

// hotSpotNodeBytes is what a node without payload holds of a HotSpot heap: live sets are given in HotSpot's bytes, so that
// the same --live is the same number of objects on every runtime.
const hotSpotNodeBytes = 32

// Shape is what the knobs say about a node: the size of its payload and how many references it has.
type Shape struct {
	sizes      *Sizes
	references int
	largePPM   int
	largeBytes int
}

// ChosenShape is that of nodes whose payload the caller chooses, without references.
var ChosenShape = Shape{}

// NewShape reads the knobs; without one for references, nodes have none.
func NewShape(parameters *spec.Parameters) (Shape, error) {
	sizes, err := NamedSizes(parameters.Text("sizes"))
	shape := Shape{
		sizes:      sizes,
		largePPM:   int(parameters.Number("large-share")),
		largeBytes: int(parameters.Number("large-size")),
	}
	if parameters.Has("refs") {
		shape.references = int(parameters.Number("refs"))
	}
	return shape, err
}

// SizeKnobs are the knobs that say how large payloads are.
func SizeKnobs() []spec.Knob {
	return []spec.Knob{
		spec.TextKnob("sizes", "h2",
			"payload objects' size histogram: h2, spring, kafka (DaCapo demographics) or a file of 'bytes weight' lines"),
		spec.ShareKnob("large-share", "0", 0, spec.PPM, "share of the objects whose payload is large"),
		spec.BytesKnob("large-size", "64k", "1k", "64m", "size of a large payload"),
	}
}

// ReferencesKnob is the knob of workloads whose objects have references.
func ReferencesKnob() spec.Knob {
	return spec.CountKnob("refs", "2", 0, 64, "references from each object to older ones")
}

// SlotsPerThread is how many nodes of this shape make up the live set, per thread; an error if that is none, or more than a
// table can number.
func (s Shape) SlotsPerThread(parameters *spec.Parameters) (int, error) {
	live := parameters.Number("live")
	slots := live / s.meanHotSpotBytes() / parameters.Number(spec.Threads)
	if slots < 16 {
		return 0, &spec.BadInput{
			Problem: "--live " + spec.ShowBytes(live) + " is fewer than 16 objects a thread",
			Hint:    "give it more live bytes or fewer threads",
		}
	}
	if slots > 1<<28 {
		return 0, &spec.BadInput{
			Problem: "--live " + spec.ShowBytes(live) + " is more than 2^28 objects a thread",
			Hint:    "give it fewer live bytes or more threads",
		}
	}
	return int(slots), nil
}

// meanHotSpotBytes is about what one node and its payload hold of a HotSpot heap, a table's slot included.
func (s Shape) meanHotSpotBytes() int64 {
	largePPM := int64(s.largePPM)
	mean := (s.sizes.MeanBytes()*(spec.PPM-largePPM) + int64(s.largeBytes)*largePPM) / spec.PPM
	wide := int64(0)
	if s.references > 2 {
		wide = 8 + 16 + 4*int64(s.references-2)
	}
	return hotSpotNodeBytes + mean + wide + 8
}
