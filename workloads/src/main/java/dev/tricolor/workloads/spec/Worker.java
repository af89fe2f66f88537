package dev.tricolor.workloads.spec;

import java.util.List;

/** What one thread does; used by that thread alone, then read by the engine after the thread has ended. */
public interface Worker {
    /** Builds what must be live before the first operation. */
    void fill();

    /** Does the next operations of this thread's stream. */
    void step(int operations);

    /** Depends on every operation done so far and on what was read back from the heap, and on nothing else. */
    long checksum();

    /**
     * Bytes that the program asked for so far: fields and elements at 8 bytes per reference and long, no headers, no
     * padding; the same definition on every runtime.
     */
    long requestedBytes();

    /** Heap objects that the program asked for so far. */
    long objects();

    /** Checks that must hold when the operations are done. */
    List<Check> checks(long operationsDone);
}
