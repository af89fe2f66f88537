package dev.tricolor.dashboard.model.tricolour;

import java.util.List;
import java.util.Map;

/**
 * A random run as data for the page's machine: how to build it, what to do, and what must come out of it.
 *
 * @param shape by name
 * @param operations each as an array in the page's notation
 * @param hashes the state after each operation
 * @param sentences what the operation did, in words
 */
public record RecordedRun(
        long seed,
        Map<String, Integer> shape,
        String barrier,
        String order,
        List<List<Object>> operations,
        List<Integer> hashes,
        List<String> sentences) {

    public static RecordedRun of(long seed, Barrier barrier, Order order, int steps) {
        RandomRun run = new RandomRun(seed, barrier, order);
        run.run(steps);
        HeapShape s = run.machine().shape();
        Machine again = new Machine(s, barrier, order);
        Words words = new Words(s, barrier);
        List<Integer> hashes = new java.util.ArrayList<>();
        List<String> sentences = new java.util.ArrayList<>();
        for (Operation o : run.log()) {
            sentences.add(words.of(again.apply(o)));
            hashes.add(again.hash());
        }
        return new RecordedRun(
                seed,
                Map.of(
                        "cells", s.cells(),
                        "fields", s.fields(),
                        "stacks", s.stacks(),
                        "slots", s.slots(),
                        "globals", s.globals(),
                        "spanCells", s.spanCells(),
                        "assist", s.assist()),
                barrier.name(),
                order.name(),
                run.log().stream().map(RecordedRun::notation).toList(),
                hashes,
                sentences);
    }

    private static List<Object> notation(Operation o) {
        if (o instanceof Operation.Allocate a) {
            return List.of("allocate", a.stack(), a.slot());
        }
        if (o instanceof Operation.Point p) {
            return List.of("point", p.stack(), p.slot(), p.target());
        }
        if (o instanceof Operation.Write w) {
            return List.of("write", w.stack(), w.object(), w.field(), w.target());
        }
        if (o instanceof Operation.WriteGlobal g) {
            return List.of("global", g.stack(), g.global(), g.target());
        }
        return List.of("collect", ((Operation.Collect) o).heapFirst());
    }
}
