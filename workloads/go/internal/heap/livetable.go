package heap

const (
	segmentBits  = 10
	segmentSlots = 1 << segmentBits
)

// LiveTable is a live set: numbered slots that each hold one object. The slots lie in segments of 8 KB, so that the table
// itself is not a large object. Used by one thread.
type LiveTable struct {
	slots    int
	segments [][]*Node
}

// NewLiveTable makes a table of empty slots.
func NewLiveTable(slots int) *LiveTable {
	segments := make([][]*Node, (slots+segmentSlots-1)>>segmentBits)
	for i := range segments {
		segments[i] = make([]*Node, segmentSlots)
	}
	return &LiveTable{slots, segments}
}

// Slots is how many there are.
func (t *LiveTable) Slots() int {
	return t.slots
}

// Get is the node in a slot, or nil.
func (t *LiveTable) Get(slot int) *Node {
	return t.segments[slot>>segmentBits][slot&(segmentSlots-1)]
}

// Put puts a node, or nil, into a slot and answers what was there.
func (t *LiveTable) Put(slot int, node *Node) *Node {
	segment := t.segments[slot>>segmentBits]
	i := slot & (segmentSlots - 1)
	before := segment[i]
	segment[i] = node
	return before
}

// CountIntact is how many slots hold an object that is intact.
func (t *LiveTable) CountIntact() int64 {
	count := int64(0)
	for i := 0; i < t.slots; i++ {
		if node := t.Get(i); node != nil && node.Intact() {
			count++
		}
	}
	return count
}

// SumOfIDs is the sum of the ids of all objects held, wrapping around at 2^64.
func (t *LiveTable) SumOfIDs() uint64 {
	sum := uint64(0)
	for i := 0; i < t.slots; i++ {
		if node := t.Get(i); node != nil {
			sum += node.ID
		}
	}
	return sum
}

// Fingerprint is a fold of all objects held, in the order of their slots.
func (t *LiveTable) Fingerprint() uint64 {
	fold := uint64(0)
	for i := 0; i < t.slots; i++ {
		if node := t.Get(i); node != nil {
			fold += node.Fingerprint()
		}
		fold = Mix(fold)
	}
	return fold
}
