package dev.tricolor.dashboard.model.tricolour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The grey objects that wait to be scanned. */
final class GreyQueue {

    private final HeapState heap;
    private final Order order;
    /** Objects, the next one last; or, by spans, what is left of the span that was taken, the next one last. */
    private final List<Integer> objects = new ArrayList<>();

    private final Deque<Integer> spans = new ArrayDeque<>();
    private final boolean[] queued;

    GreyQueue(HeapState heap, Order order) {
        this.heap = heap;
        this.order = order;
        queued = new boolean[heap.shape.spans()];
    }

    /** An object that has just turned grey. */
    void add(int object) {
        if (order == Order.OBJECTS_LIFO) {
            objects.add(object);
            return;
        }
        int span = heap.span(object);
        if (!queued[span]) {
            queued[span] = true;
            spans.addLast(span);
        }
    }

    boolean isEmpty() {
        return objects.isEmpty() && spans.isEmpty();
    }

    /** Takes the next one out; there must be one. */
    int take() {
        if (objects.isEmpty()) {
            takeSpan();
        }
        return objects.remove(objects.size() - 1);
    }

    /** All that is grey in it now; what turns grey there later puts it into the queue again. */
    private void takeSpan() {
        int span = spans.removeFirst();
        queued[span] = false;
        for (int object = heap.spanEnd(span) - 1; object >= heap.spanStart(span); object--) {
            if (heap.colour(object) == Colour.GREY) {
                objects.add(object);
            }
        }
    }

    /** Objects in the order in which they were added, or what is left of the span at work. */
    List<Integer> objects() {
        return List.copyOf(objects);
    }

    /** Spans, first one first. */
    List<Integer> spans() {
        return List.copyOf(spans);
    }

    int hash(int seed) {
        int h = seed;
        for (int o : objects) {
            h = HeapState.hash(h, o);
        }
        h = HeapState.hash(h, -2);
        for (int s : spans) {
            h = HeapState.hash(h, s);
        }
        return h;
    }
}
