package dev.tricolor.dashboard.model.tricolour;

/**
 * One thing that happens: a step of a thread of the program, or of the collector. A run is a list of them and can be
 * replayed.
 */
public sealed interface Operation {

    /** In place of an object: a nil pointer. */
    int NIL = -1;

    /** A thread puts a new object into a slot of its stack. */
    record Allocate(int stack, int slot) implements Operation {}

    /** A thread points a slot of its stack to an object that it can reach, or to nothing. */
    record Point(int stack, int slot, int target) implements Operation {}

    /** A thread stores a pointer into a field of an object; it must be able to reach both. */
    record Write(int stack, int object, int field, int target) implements Operation {}

    /** A thread stores a pointer into a global. */
    record WriteGlobal(int stack, int global, int target) implements Operation {}

    /**
     * The collector takes its next step.
     *
     * @param heapFirst whether it scans a grey object, where there is one, before roots that wait
     */
    record Collect(boolean heapFirst) implements Operation {}
}
