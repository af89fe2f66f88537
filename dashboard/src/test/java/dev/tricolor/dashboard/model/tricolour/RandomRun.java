package dev.tricolor.dashboard.model.tricolour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One program that does random things to a small heap while the collector takes steps between; all from one seed. */
final class RandomRun {

    private static final int NIL = Operation.NIL;

    private final long seed;
    private final SplittableRandom random;
    private final Machine machine;
    private final List<Operation> log = new ArrayList<>();
    private final int collectorPercent;
    private final Deque<Operation> intended = new ArrayDeque<>();
    private boolean[] garbageAtStart = new boolean[0];
    private long freed;

    RandomRun(long seed, Barrier barrier, Order order) {
        this.seed = seed;
        random = new SplittableRandom(seed);
        HeapShape shape = new HeapShape(
                6 + random.nextInt(20),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                random.nextInt(3),
                1 + random.nextInt(4),
                random.nextInt(3));
        machine = new Machine(shape, barrier, order);
        collectorPercent = 15 + random.nextInt(70);
    }

    /** Steps up to so many, and tells the first thing that went wrong. */
    Optional<String> run(int steps) {
        for (int i = 0; i < steps; i++) {
            Operation operation = next();
            log.add(operation);
            boolean[] before = machine.phase() == Phase.SWEEP ? machine.reachable() : null;
            Step step = machine.apply(operation);
            freed += step.freed().size();
            Optional<String> wrong = check(step, before);
            if (wrong.isPresent()) {
                return Optional.of("seed " + seed + ", step " + i + ": " + wrong.get());
            }
        }
        return Optional.empty();
    }

    /** Safety, by our own look at what was reachable before, and liveness. */
    private Optional<String> check(Step step, boolean[] reachableBefore) {
        if (step.kind() == Step.Kind.START) {
            garbageAtStart = garbage();
        }
        for (int o : step.freed()) {
            garbageAtStart[o] = false;
            if (reachableBefore != null && reachableBefore[o]) {
                return Optional.of("object " + o + " was freed although reachable");
            }
        }
        if (step.kind() == Step.Kind.END) {
            for (int o = 0; o < garbageAtStart.length; o++) {
                if (garbageAtStart[o]) {
                    return Optional.of("object " + o + " was unreachable when the cycle began and is still there");
                }
            }
        }
        return Optional.empty();
    }

    private boolean[] garbage() {
        boolean[] garbage = machine.reachable();
        for (int o = 0; o < garbage.length; o++) {
            garbage[o] = !garbage[o] && machine.colour(o) != Colour.FREE;
        }
        return garbage;
    }

    private Operation next() {
        if (random.nextInt(100) < collectorPercent) {
            return new Operation.Collect(random.nextBoolean());
        }
        if (!intended.isEmpty()) {
            return intended.removeFirst();
        }
        int stack = random.nextInt(machine.shape().stacks());
        int slot = random.nextInt(machine.shape().slots());
        int what = random.nextInt(12);
        if (what < 4) {
            return push(stack, slot);
        }
        if (what >= 10) {
            return hide(stack, slot);
        }
        if (what < 6) {
            return new Operation.Point(stack, slot, random.nextInt(4) == 0 ? NIL : someObject(stack));
        }
        int target = random.nextInt(6) == 0 ? NIL : someObject(stack);
        int object = someObject(stack);
        if (what < 7 && machine.shape().globals() > 0) {
            return new Operation.WriteGlobal(
                    stack, random.nextInt(machine.shape().globals()), target);
        }
        return object == NIL
                ? new Operation.Allocate(stack, slot)
                : new Operation.Write(
                        stack, object, random.nextInt(machine.shape().fields()), target);
    }

    /** Allocates; the new object then points to what was reached before, so that the heap grows deep. */
    private Operation push(int stack, int slot) {
        int behind = someObject(stack);
        for (int cell = 0; cell < machine.shape().cells(); cell++) {
            if (machine.colour(cell) == Colour.FREE) {
                int field = random.nextInt(machine.shape().fields());
                intended.add(new Operation.Write(stack, cell, field, behind));
                break;
            }
        }
        return new Operation.Allocate(stack, slot);
    }

    /** Takes a pointer out of the heap onto the stack, to clear the field next and perhaps to store it elsewhere. */
    private Operation hide(int stack, int slot) {
        int from = someObject(stack);
        int to = someObject(stack);
        int field = random.nextInt(machine.shape().fields());
        if (from == NIL || machine.field(from, field) == NIL) {
            return new Operation.Allocate(stack, slot);
        }
        int hidden = machine.field(from, field);
        intended.add(new Operation.Write(stack, from, field, NIL));
        if (to != NIL && random.nextBoolean()) {
            intended.add(new Operation.Write(
                    stack, to, random.nextInt(machine.shape().fields()), hidden));
            intended.add(new Operation.Point(stack, slot, NIL));
        }
        return new Operation.Point(stack, slot, hidden);
    }

    /** By a random walk from a root of this stack. */
    private int someObject(int stack) {
        int globals = machine.shape().globals();
        int at = globals > 0 && random.nextInt(3) == 0
                ? machine.global(random.nextInt(globals))
                : machine.slot(stack, random.nextInt(machine.shape().slots()));
        for (int hops = random.nextInt(6); hops > 0 && at != NIL; hops--) {
            int next = machine.field(at, random.nextInt(machine.shape().fields()));
            at = next == NIL ? at : next;
        }
        return at;
    }

    Machine machine() {
        return machine;
    }

    List<Operation> log() {
        return log;
    }

    long freed() {
        return freed;
    }
}
