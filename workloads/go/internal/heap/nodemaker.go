package heap

const minPayloadBytes = 8

// NodeMaker makes nodes of a shape, and counts what it asked for. Used by one thread.
type NodeMaker struct {
	// Random chooses the sizes, and the other choices of the same stream.
	Random *SplitMix64

	shape          Shape
	requestedBytes int64
	objects        int64
}

// NewNodeMaker makes nodes that follow the shape and the stream.
func NewNodeMaker(shape Shape, random *SplitMix64) *NodeMaker {
	return &NodeMaker{Random: random, shape: shape}
}

// Make makes a node without references, its payload drawn from the histogram.
func (m *NodeMaker) Make(id uint64) *Node {
	return m.MakeSized(id, m.drawPayload())
}

// MakeSized makes a node without references and with so many bytes of payload, at least 1.
func (m *NodeMaker) MakeSized(id uint64, payloadBytes int) *Node {
	m.countNode(payloadBytes)
	if m.shape.references <= 2 {
		return NewNode(id, payloadBytes)
	}
	return &NewWideNode(id, payloadBytes, m.shape.references).Node
}

// MakeLinked makes a node all of whose references lead to random ones of the first slots of a table.
func (m *NodeMaker) MakeLinked(id uint64, table *LiveTable, firstSlots int) *Node {
	payloadBytes := m.drawPayload()
	m.countNode(payloadBytes)
	if m.shape.references <= 2 {
		node := NewNode(id, payloadBytes)
		m.link(node, table, firstSlots)
		return node
	}
	wide := NewWideNode(id, payloadBytes, m.shape.references)
	m.link(&wide.Node, table, firstSlots)
	for i := range wide.more {
		wide.more[i] = table.Get(m.Random.Below(firstSlots))
	}
	return &wide.Node
}

func (m *NodeMaker) link(node *Node, table *LiveTable, firstSlots int) {
	if m.shape.references > 0 {
		node.First = table.Get(m.Random.Below(firstSlots))
	}
	if m.shape.references > 1 {
		node.Second = table.Get(m.Random.Below(firstSlots))
	}
}

func (m *NodeMaker) drawPayload() int {
	size := 0
	if m.shape.largePPM > 0 && m.Random.Chance(m.shape.largePPM) {
		size = m.shape.largeBytes
	} else {
		size = m.shape.sizes.Draw(m.Random)
	}
	if size-arrayHeaderBytes < minPayloadBytes {
		return minPayloadBytes
	}
	return size - arrayHeaderBytes
}

func (m *NodeMaker) countNode(payloadBytes int) {
	m.Count(NodeRequestedBytes+int64(payloadBytes), 2)
	if m.shape.references > 2 {
		m.Count(WideExtraRequestedBytes(m.shape.references), 1)
	}
}

// Count counts something else that was asked for.
func (m *NodeMaker) Count(bytes, newObjects int64) {
	m.requestedBytes += bytes
	m.objects += newObjects
}

// RequestedBytes are those asked for so far.
func (m *NodeMaker) RequestedBytes() int64 {
	return m.requestedBytes
}

// Objects are those asked for so far.
func (m *NodeMaker) Objects() int64 {
	return m.objects
}
