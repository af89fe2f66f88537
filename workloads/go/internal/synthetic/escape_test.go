package synthetic

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// allocation is the compiler's word on something that is made in these two packages: where, what, and whether it escapes to
// the heap.
var allocation = regexp.MustCompile(`^((?:\.\./heap/)?\w+\.go):\d+:\d+: ((?:make\(|&|new\().*) (escapes to heap|does not escape)$`)

// The compiler puts every object that a workload makes on the heap.
func TestEverythingMade_escapesToTheHeap(t *testing.T) {
	output, err := exec.Command("go", "build", "-gcflags=-m", "../heap", ".").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	escaping := map[string]bool{}
	for _, line := range strings.Split(string(output), "\n") {
		match := allocation.FindStringSubmatch(strings.TrimPrefix(line, "./"))
		if match == nil {
			continue
		}
		if match[3] == "does not escape" && !strings.Contains(match[2], "spec.BadInput") {
			t.Error(line)
		}
		escaping[match[1]+" "+match[2]] = true
	}
	for _, made := range []string{
		"../heap/node.go make([]byte, dataBytes)",
		"../heap/node.go &Node{}",
		"../heap/node.go &WideNode{...}",
		"../heap/node.go make([]*Node, references - 2)",
		"requests.go make([]*heap.Node, operations)",
		"humongousworker.go make([]byte, length)",
		"stacksworker.go make([]*heap.Node, w.depth)",
		"treeworker.go &inner{}",
		"treeworker.go make([]*inner, inners)",
		"treeworker.go make([]*heap.Node, w.fanout - inners)",
	} {
		if !escaping[made] {
			t.Errorf("the compiler doesn't tell of %s", made)
		}
	}
}
