package dev.tricolor.dashboard.model.tricolour;

/**
 * How large everything is.
 *
 * @param cells objects that fit into the heap
 * @param fields pointers in each object
 * @param stacks threads of the program, each with one stack
 * @param slots pointers on each stack
 * @param globals global pointers
 * @param spanCells neighbouring cells that make a span
 * @param assist grey objects that a thread scans before it may allocate while marking; 0 is no assist
 */
public record HeapShape(int cells, int fields, int stacks, int slots, int globals, int spanCells, int assist) {

    private static final int MAX_CELLS = 100_000;

    public HeapShape {
        require("cells", cells, 1, MAX_CELLS);
        require("fields", fields, 1, 16);
        require("stacks", stacks, 1, 64);
        require("slots", slots, 1, 64);
        require("globals", globals, 0, 64);
        require("spanCells", spanCells, 1, MAX_CELLS);
        require("assist", assist, 0, 1_000);
    }

    /** How many spans the cells make; the last one can be shorter. */
    public int spans() {
        return (cells + spanCells - 1) / spanCells;
    }

    private static void require(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be " + min + " to " + max);
        }
    }
}
