// Package synthetic holds the synthetic workloads, one file each, and their workers. Each does what the Java class of this name
// does, operation for operation.
package synthetic
