package heap

import (
	"testing"
	"unsafe"
)

// The README's table of sizes, on a 64-bit machine.
func TestNodes_areAsLargeAsTheReadmeSays(t *testing.T) {
	if unsafe.Sizeof(uintptr(0)) != 8 {
		t.Skip("not a 64-bit machine")
	}
	if size := unsafe.Sizeof(Node{}); size != 48 {
		t.Errorf("a node has %d bytes", size)
	}
	if size := unsafe.Sizeof(WideNode{}); size != 72 {
		t.Errorf("a wide node has %d bytes", size)
	}
}

func TestIntact_noticesDamageAtEitherEnd(t *testing.T) {
	for _, at := range []int{0, 9} {
		node := NewNode(0x1234, 10)
		if !node.Intact() {
			t.Fatal("a new node is intact")
		}
		node.data[at]++
		if node.Intact() {
			t.Errorf("damage at %d not noticed", at)
		}
	}
}
