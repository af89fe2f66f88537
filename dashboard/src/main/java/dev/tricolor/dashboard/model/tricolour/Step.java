package dev.tricolor.dashboard.model.tricolour;

import java.util.List;

/**
 * What one operation did.
 *
 * @param subject the object, span or slot that it is about, or -1
 * @param stack the thread that did it or whose stack was scanned, or -1
 * @param target the object pointed to from now on, or -1
 * @param overwritten the object pointed to until now, or -1
 * @param shaded objects that turned grey, in order
 * @param scanned objects that turned black by this step
 * @param freed objects that were freed
 * @param lost of the freed ones those that the program can still reach
 */
public record Step(
        Kind kind,
        int stack,
        int subject,
        int field,
        int target,
        int overwritten,
        List<Integer> shaded,
        List<Integer> scanned,
        List<Integer> freed,
        List<Integer> lost) {

    /** The kinds of steps. */
    public enum Kind {
        START,
        SCAN_GLOBALS,
        SCAN_STACK,
        SCAN_OBJECT,
        STOP,
        MARK_END,
        SWEEP,
        END,
        ALLOCATE_WHITE,
        ALLOCATE_BLACK,
        POINT,
        WRITE,
        WRITE_GLOBAL,
        /** The world is stopped. */
        REFUSED_STOPPED,
        /** No cell is free. */
        REFUSED_FULL,
        /** The thread cannot reach what it was to use. */
        REFUSED_UNREACHABLE
    }

    static Step of(Kind kind) {
        return roots(kind, -1, List.of());
    }

    static Step roots(Kind kind, int stack, List<Integer> shaded) {
        return new Step(kind, stack, -1, -1, -1, -1, shaded, List.of(), List.of(), List.of());
    }

    static Step object(int object, List<Integer> shaded) {
        return new Step(Kind.SCAN_OBJECT, -1, object, -1, -1, -1, shaded, List.of(object), List.of(), List.of());
    }

    static Step sweep(int span, List<Integer> freed, List<Integer> lost) {
        return new Step(Kind.SWEEP, -1, span, -1, -1, -1, List.of(), List.of(), freed, lost);
    }

    static Step refused(Kind kind, int stack) {
        return roots(kind, stack, List.of());
    }

    static Step allocate(
            Kind kind, int stack, int slot, int object, int overwritten, List<Integer> shaded, List<Integer> scanned) {
        return new Step(kind, stack, slot, -1, object, overwritten, shaded, scanned, List.of(), List.of());
    }

    static Step store(Kind kind, int stack, int subject, int field, int target, int overwritten, List<Integer> shaded) {
        return new Step(kind, stack, subject, field, target, overwritten, shaded, List.of(), List.of(), List.of());
    }

    /** Whether nothing happened, because it could not. */
    public boolean refused() {
        return kind == Kind.REFUSED_STOPPED || kind == Kind.REFUSED_FULL || kind == Kind.REFUSED_UNREACHABLE;
    }
}
