package heap

// NodeRequestedBytes is what a node asks for by our definition, on every runtime: one 64-bit number and three references
// at 8 each; its payload is not counted.
const NodeRequestedBytes = 32

// Node is a small object with a payload that is an object of its own: 48 bytes in Go (8 id, 24 slice, 2 × 8 references),
// a size class without waste. The slice holds what in Java stands in the array's header.
type Node struct {
	ID            uint64
	data          []byte
	First, Second *Node
}

// WideNode is a node with more than two references; the others lie in an array of its own. 72 bytes, in the class of 80.
type WideNode struct {
	Node
	more []*Node
}

// WideExtraRequestedBytes is what the extra references ask for: one reference to the array and the array's elements.
func WideExtraRequestedBytes(references int) int64 {
	return 8 + 8*int64(references-2)
}

// NewNode makes a node with a payload of at least 1 byte.
func NewNode(id uint64, dataBytes int) *Node {
	node := &Node{}
	node.Init(id, dataBytes)
	return node
}

// NewWideNode makes a node with so many references, at least 2, and a payload of at least 1 byte.
func NewWideNode(id uint64, dataBytes, references int) *WideNode {
	wide := &WideNode{more: make([]*Node, references-2)}
	wide.Init(id, dataBytes)
	return wide
}

// Init gives a node its id and its payload, with the id written at both ends, so that a lost or mixed-up object is noticed.
func (n *Node) Init(id uint64, dataBytes int) {
	data := make([]byte, dataBytes)
	data[0] = byte(id)
	data[dataBytes-1] = byte(id)
	n.ID = id
	n.data = data
}

// Intact tells whether the payload still bears the marks.
func (n *Node) Intact() bool {
	return n.data[0] == byte(n.ID) && n.data[len(n.data)-1] == byte(n.ID)
}

// Fingerprint is what a checksum takes from this object: read from the heap, not remembered.
func (n *Node) Fingerprint() uint64 {
	return n.ID*31 + uint64(len(n.data))*7 + uint64(n.data[len(n.data)-1])
}
