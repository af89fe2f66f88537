package dev.tricolor.dashboard.model.tricolour;

import dev.tricolor.dashboard.model.tricolour.Step.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A heap with the threads that use it and the collector that cleans it, as a machine that takes one {@link Operation} at a
 * time. The same operations always lead to the same state; used by one thread.
 *
 * <p>The collector is Go's: tri-colour, concurrent, non-moving, without generations. Objects allocated while it marks are
 * black. A store goes through the {@link Barrier} while it marks; a stack is scanned at one moment. {@code
 * static/js/lab/machine.js} is the same machine for the page; a test compares both operation by operation.
 */
public final class Machine {

    private final HeapShape shape;
    private final Barrier barrier;
    private final HeapState heap;
    private final GreyQueue grey;
    private final boolean[] stackGrey;
    private boolean globalsGrey;
    private Phase phase = Phase.IDLE;
    private int sweepSpan;
    private int lastSpan = -1;
    private int spanVisits;
    private int cycles;

    public Machine(HeapShape shape, Barrier barrier, Order order) {
        this.shape = shape;
        this.barrier = barrier;
        heap = new HeapState(shape);
        grey = new GreyQueue(heap, order);
        stackGrey = new boolean[shape.stacks()];
    }

    /** Does one thing and tells what that was; what cannot be done changes nothing. */
    public Step apply(Operation operation) {
        if (operation instanceof Operation.Collect c) {
            return collect(c.heapFirst());
        }
        if (operation instanceof Operation.Allocate a) {
            return phase == Phase.MARK_STOPPED ? stopped(a.stack()) : allocate(a);
        }
        if (operation instanceof Operation.Point p) {
            return phase == Phase.MARK_STOPPED ? stopped(p.stack()) : point(p);
        }
        if (operation instanceof Operation.Write w) {
            return phase == Phase.MARK_STOPPED ? stopped(w.stack()) : write(w);
        }
        Operation.WriteGlobal g = (Operation.WriteGlobal) operation;
        return phase == Phase.MARK_STOPPED ? stopped(g.stack()) : writeGlobal(g);
    }

    // The collector

    private Step collect(boolean heapFirst) {
        return switch (phase) {
            case IDLE -> start();
            case MARK, MARK_STOPPED -> mark(heapFirst);
            case SWEEP -> sweep();
        };
    }

    private Step start() {
        phase = Phase.MARK;
        cycles++;
        lastSpan = -1;
        spanVisits = 0;
        globalsGrey = shape.globals() > 0;
        Arrays.fill(stackGrey, !barrier.scansStacksAtStart());
        List<Integer> shaded = new ArrayList<>();
        if (barrier.scansStacksAtStart()) {
            for (int s = 0; s < shape.stacks(); s++) {
                shadeStack(s, shaded);
            }
        }
        return Step.roots(Kind.START, -1, shaded);
    }

    private Step mark(boolean heapFirst) {
        if (heapFirst && !grey.isEmpty()) {
            return scanNext();
        }
        List<Integer> shaded = new ArrayList<>();
        if (globalsGrey) {
            globalsGrey = false;
            for (int g = 0; g < shape.globals(); g++) {
                shade(heap.global(g), shaded);
            }
            return Step.roots(Kind.SCAN_GLOBALS, -1, shaded);
        }
        for (int s = 0; s < shape.stacks(); s++) {
            if (stackGrey[s]) {
                stackGrey[s] = false;
                shadeStack(s, shaded);
                return Step.roots(Kind.SCAN_STACK, s, shaded);
            }
        }
        return grey.isEmpty() ? terminate() : scanNext();
    }

    private void shadeStack(int stack, List<Integer> shaded) {
        for (int k = 0; k < shape.slots(); k++) {
            shade(heap.slot(stack, k), shaded);
        }
    }

    private void shade(int object, List<Integer> shaded) {
        if (object != Operation.NIL && heap.colour(object) == Colour.WHITE) {
            heap.colour(object, Colour.GREY);
            grey.add(object);
            shaded.add(object);
        }
    }

    private Step scanNext() {
        List<Integer> shaded = new ArrayList<>();
        return Step.object(scan(shaded), shaded);
    }

    private int scan(List<Integer> shaded) {
        int object = grey.take();
        if (heap.span(object) != lastSpan) {
            lastSpan = heap.span(object);
            spanVisits++;
        }
        for (int f = 0; f < shape.fields(); f++) {
            shade(heap.field(object, f), shaded);
        }
        heap.colour(object, Colour.BLACK);
        return object;
    }

    private Step terminate() {
        if (barrier.rescansStacks() && phase == Phase.MARK) {
            phase = Phase.MARK_STOPPED;
            Arrays.fill(stackGrey, true);
            return Step.of(Kind.STOP);
        }
        phase = Phase.SWEEP;
        sweepSpan = 0;
        return Step.of(Kind.MARK_END);
    }

    private Step sweep() {
        while (sweepSpan < shape.spans() && isEmpty(sweepSpan)) {
            sweepSpan++;
        }
        if (sweepSpan == shape.spans()) {
            phase = Phase.IDLE;
            return Step.of(Kind.END);
        }
        List<Integer> freed = new ArrayList<>();
        List<Integer> lost = new ArrayList<>();
        boolean[] reachable = heap.reachable();
        for (int o = heap.spanStart(sweepSpan); o < heap.spanEnd(sweepSpan); o++) {
            if (heap.colour(o) == Colour.WHITE) {
                freed.add(o);
                if (reachable[o]) {
                    lost.add(o);
                }
                heap.free(o);
            } else if (heap.colour(o) == Colour.BLACK) {
                heap.colour(o, Colour.WHITE);
            }
        }
        return Step.sweep(sweepSpan++, freed, lost);
    }

    private boolean isEmpty(int span) {
        for (int o = heap.spanStart(span); o < heap.spanEnd(span); o++) {
            if (heap.colour(o) != Colour.FREE) {
                return false;
            }
        }
        return true;
    }

    // The program

    private Step allocate(Operation.Allocate a) {
        int object = heap.freeCell();
        if (object == Operation.NIL) {
            return Step.refused(Kind.REFUSED_FULL, a.stack());
        }
        List<Integer> shaded = new ArrayList<>();
        List<Integer> scanned = new ArrayList<>();
        for (int i = 0; i < shape.assist() && phase == Phase.MARK && !grey.isEmpty(); i++) {
            scanned.add(scan(shaded));
        }
        // The sweeper turns it white where it has not been yet.
        boolean black = phase == Phase.MARK || (phase == Phase.SWEEP && heap.span(object) >= sweepSpan);
        heap.colour(object, black ? Colour.BLACK : Colour.WHITE);
        int overwritten = heap.slot(a.stack(), a.slot());
        heap.slot(a.stack(), a.slot(), object);
        return Step.allocate(
                black ? Kind.ALLOCATE_BLACK : Kind.ALLOCATE_WHITE,
                a.stack(),
                a.slot(),
                object,
                overwritten,
                shaded,
                scanned);
    }

    private Step point(Operation.Point p) {
        if (p.target() != Operation.NIL && !heap.reachable(p.stack())[p.target()]) {
            return Step.refused(Kind.REFUSED_UNREACHABLE, p.stack());
        }
        int overwritten = heap.slot(p.stack(), p.slot());
        heap.slot(p.stack(), p.slot(), p.target());
        return Step.store(Kind.POINT, p.stack(), p.slot(), -1, p.target(), overwritten, List.of());
    }

    private Step write(Operation.Write w) {
        boolean[] reachable = heap.reachable(w.stack());
        if (!reachable[w.object()] || (w.target() != Operation.NIL && !reachable[w.target()])) {
            return Step.refused(Kind.REFUSED_UNREACHABLE, w.stack());
        }
        int overwritten = heap.field(w.object(), w.field());
        List<Integer> shaded = passBarrier(w.stack(), overwritten, w.target());
        heap.field(w.object(), w.field(), w.target());
        return Step.store(Kind.WRITE, w.stack(), w.object(), w.field(), w.target(), overwritten, shaded);
    }

    private Step writeGlobal(Operation.WriteGlobal w) {
        if (w.target() != Operation.NIL && !heap.reachable(w.stack())[w.target()]) {
            return Step.refused(Kind.REFUSED_UNREACHABLE, w.stack());
        }
        int overwritten = heap.global(w.global());
        List<Integer> shaded = passBarrier(w.stack(), overwritten, w.target());
        heap.global(w.global(), w.target());
        return Step.store(Kind.WRITE_GLOBAL, w.stack(), w.global(), -1, w.target(), overwritten, shaded);
    }

    private List<Integer> passBarrier(int stack, int overwritten, int stored) {
        List<Integer> shaded = new ArrayList<>();
        if (phase == Phase.MARK) {
            if (barrier.shadesOverwritten()) {
                shade(overwritten, shaded);
            }
            if (barrier.shadesStored(stackGrey[stack])) {
                shade(stored, shaded);
            }
        }
        return shaded;
    }

    private static Step stopped(int stack) {
        return Step.refused(Kind.REFUSED_STOPPED, stack);
    }

    // What can be seen of it

    public HeapShape shape() {
        return shape;
    }

    public Barrier barrier() {
        return barrier;
    }

    public Phase phase() {
        return phase;
    }

    /** Collections begun so far. */
    public int cycles() {
        return cycles;
    }

    /** How often in this cycle the next object scanned lay in another span than the one before. */
    public int spanVisits() {
        return spanVisits;
    }

    public Colour colour(int object) {
        return heap.colour(object);
    }

    /** Where a field of an object points, or {@link Operation#NIL}. */
    public int field(int object, int field) {
        return heap.field(object, field);
    }

    /** Where a slot of a stack points, or {@link Operation#NIL}. */
    public int slot(int stack, int slot) {
        return heap.slot(stack, slot);
    }

    /** Where a global points, or {@link Operation#NIL}. */
    public int global(int global) {
        return heap.global(global);
    }

    /** By object: whether the program can reach it, through any stack or global. */
    public boolean[] reachable() {
        return heap.reachable();
    }

    /** Of everything that decides what happens next. */
    public int hash() {
        int h = HeapState.hash(0x811c9dc5, phase.code());
        h = HeapState.hash(h, sweepSpan);
        h = HeapState.hash(h, globalsGrey ? 1 : 0);
        for (boolean g : stackGrey) {
            h = HeapState.hash(h, g ? 1 : 0);
        }
        return grey.hash(heap.hash(h));
    }
}
