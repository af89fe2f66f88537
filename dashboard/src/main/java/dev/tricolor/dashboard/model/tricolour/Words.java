package dev.tricolor.dashboard.model.tricolour;

import java.util.List;
import java.util.stream.Collectors;

/** A step in one sentence, for people who don't know the theory. {@code static/js/lab/words.js} says the same. */
public final class Words {

    private static final int MOST_NAMES = 6;

    private final HeapShape shape;
    private final Barrier barrier;

    public Words(HeapShape shape, Barrier barrier) {
        this.shape = shape;
        this.barrier = barrier;
    }

    public String of(Step s) {
        return switch (s.kind()) {
            case START -> start(s);
            case SCAN_GLOBALS -> "The globals are scanned: " + turnGrey(s.shaded()) + ".";
            case SCAN_STACK -> stack(s) + " is scanned: " + turnGrey(s.shaded()) + ". The stack is black from here on.";
            case SCAN_OBJECT -> "#" + s.subject() + " is scanned and turns black: " + turnGrey(s.shaded()) + ".";
            case STOP ->
                "Nothing is grey. The world stops: no barrier watches stacks, so all of them must be scanned again.";
            case MARK_END ->
                "Nothing is grey: marking is over and the barrier goes off. What is still white counts as garbage.";
            case SWEEP -> sweep(s);
            case END -> "All is swept. The cycle is over; what was black is white again, for the next one.";
            case ALLOCATE_WHITE -> stack(s) + " allocates #" + s.target() + ", white.";
            case ALLOCATE_BLACK ->
                assist(s) + stack(s) + " allocates #" + s.target() + ", black: it is not to be freed in this cycle.";
            case POINT -> point(s);
            case WRITE ->
                stack(s) + " stores into #" + s.subject() + " field " + (s.field() + 1) + ": " + change(s) + "."
                        + passed(s);
            case WRITE_GLOBAL ->
                stack(s) + " stores into global " + (s.subject() + 1) + ": " + change(s) + "." + passed(s);
            case REFUSED_STOPPED -> stack(s) + " can do nothing: the world is stopped.";
            case REFUSED_FULL ->
                stack(s) + " cannot allocate: all " + shape.cells() + " cells are taken. Let the collector work.";
            case REFUSED_UNREACHABLE -> stack(s) + " cannot reach that object, so it cannot use a pointer to it.";
        };
    }

    private String start(Step s) {
        String stacks = barrier.scansStacksAtStart()
                ? " All stacks are scanned while it is stopped: " + turnGrey(s.shaded()) + "."
                : " Roots, the globals and the stacks, are yet to be scanned.";
        return "A cycle begins. The world stops for a moment"
                + (barrier == Barrier.NONE ? "" : ", the write barrier goes on") + ", all objects are white." + stacks;
    }

    private static String sweep(Step s) {
        String span = "Span " + (s.subject() + 1) + " is swept: ";
        String freed = s.freed().isEmpty() ? "nothing to free." : names(s.freed()) + " freed.";
        return s.lost().isEmpty()
                ? span + freed
                : span + freed + " But the program can still reach " + names(s.lost())
                        + ": a live object is lost, and its memory will be used for something else.";
    }

    private static String assist(Step s) {
        return s.scanned().isEmpty()
                ? ""
                : "Before it may allocate, " + stackName(s) + " scans " + names(s.scanned()) + " itself (assist). ";
    }

    private static String point(Step s) {
        String slot = stack(s) + " slot " + (s.subject() + 1) + ": ";
        return slot + change(s) + ". No barrier watches stacks.";
    }

    private static String change(Step s) {
        String was = s.overwritten() == Operation.NIL ? "nothing" : "#" + s.overwritten();
        String is = s.target() == Operation.NIL ? "nothing" : "#" + s.target();
        return "now " + is + ", before " + was;
    }

    private static String passed(Step s) {
        return s.shaded().isEmpty() ? "" : " The barrier turns " + names(s.shaded()) + " grey.";
    }

    private static String turnGrey(List<Integer> objects) {
        return objects.isEmpty()
                ? "nothing new"
                : names(objects) + (objects.size() == 1 ? " turns grey" : " turn grey");
    }

    private static String names(List<Integer> objects) {
        List<String> names = objects.stream().map(o -> "#" + o).collect(Collectors.toList());
        if (names.size() > MOST_NAMES) {
            return String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String stack(Step s) {
        return "Stack " + (s.stack() + 1);
    }

    private static String stackName(Step s) {
        return "stack " + (s.stack() + 1);
    }
}
