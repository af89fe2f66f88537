// Package heap holds the objects of the workloads and what chooses them: generator, sizes, nodes, live tables.
package heap
