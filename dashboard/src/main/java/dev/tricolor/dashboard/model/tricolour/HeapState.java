package dev.tricolor.dashboard.model.tricolour;

import java.util.Arrays;

/** The cells, stacks and globals: who points where, and in which colour. */
final class HeapState {

    private static final int NIL = Operation.NIL;

    final HeapShape shape;
    private final Colour[] colours;
    private final int[] fields;
    private final int[] slots;
    private final int[] globals;

    HeapState(HeapShape shape) {
        this.shape = shape;
        colours = new Colour[shape.cells()];
        Arrays.fill(colours, Colour.FREE);
        fields = nils(shape.cells() * shape.fields());
        slots = nils(shape.stacks() * shape.slots());
        globals = nils(shape.globals());
    }

    private static int[] nils(int length) {
        int[] a = new int[length];
        Arrays.fill(a, NIL);
        return a;
    }

    Colour colour(int object) {
        return colours[object];
    }

    void colour(int object, Colour colour) {
        colours[object] = colour;
    }

    int field(int object, int field) {
        return fields[object * shape.fields() + field];
    }

    void field(int object, int field, int target) {
        fields[object * shape.fields() + field] = target;
    }

    int slot(int stack, int slot) {
        return slots[stack * shape.slots() + slot];
    }

    void slot(int stack, int slot, int target) {
        slots[stack * shape.slots() + slot] = target;
    }

    int global(int global) {
        return globals[global];
    }

    void global(int global, int target) {
        globals[global] = target;
    }

    int span(int object) {
        return object / shape.spanCells();
    }

    int spanStart(int span) {
        return span * shape.spanCells();
    }

    int spanEnd(int span) {
        return Math.min(shape.cells(), (span + 1) * shape.spanCells());
    }

    /** The first cell without an object, or {@link Operation#NIL}. */
    int freeCell() {
        for (int i = 0; i < colours.length; i++) {
            if (colours[i] == Colour.FREE) {
                return i;
            }
        }
        return NIL;
    }

    void free(int object) {
        colour(object, Colour.FREE);
        for (int f = 0; f < shape.fields(); f++) {
            field(object, f, NIL);
        }
    }

    /** What the program can reach: from all stacks and the globals. */
    boolean[] reachable() {
        return reachable(0, shape.stacks());
    }

    /** What one thread can reach: from its stack and the globals. */
    boolean[] reachable(int stack) {
        return reachable(stack, stack + 1);
    }

    private boolean[] reachable(int fromStack, int toStack) {
        boolean[] seen = new boolean[colours.length];
        int[] todo = new int[colours.length];
        int n = 0;
        for (int i = fromStack * shape.slots(); i < toStack * shape.slots(); i++) {
            n = visit(slots[i], seen, todo, n);
        }
        for (int g : globals) {
            n = visit(g, seen, todo, n);
        }
        while (n > 0) {
            int object = todo[--n];
            for (int f = 0; f < shape.fields(); f++) {
                n = visit(field(object, f), seen, todo, n);
            }
        }
        return seen;
    }

    /** Pointers to cells without an object dangle and lead nowhere. */
    private int visit(int object, boolean[] seen, int[] todo, int n) {
        if (object == NIL || seen[object] || colours[object] == Colour.FREE) {
            return n;
        }
        seen[object] = true;
        todo[n] = object;
        return n + 1;
    }

    int hash(int seed) {
        int h = seed;
        for (Colour c : colours) {
            h = hash(h, c.code());
        }
        h = hash(h, fields);
        h = hash(h, slots);
        return hash(h, globals);
    }

    private static int hash(int seed, int[] values) {
        int h = seed;
        for (int v : values) {
            h = hash(h, v);
        }
        return h;
    }

    /** FNV-1a, an int at a time. */
    static int hash(int seed, int value) {
        return (seed ^ value) * 16777619;
    }
}
