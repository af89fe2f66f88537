package dev.tricolor.dashboard.model.tricolour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tricolor.dashboard.model.tricolour.Step.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the machine does with one small program, step by step. */
class MachineTest {

    private static final HeapShape SMALL = new HeapShape(6, 2, 2, 2, 1, 3, 0);
    private static final Operation COLLECT = new Operation.Collect(false);
    private static final Operation SCAN_HEAP = new Operation.Collect(true);

    /** Stack 1 holds #0, which points to #1; the rest is free. */
    private static Machine machine(HeapShape shape, Barrier barrier, Order order) {
        Machine m = new Machine(shape, barrier, order);
        m.apply(new Operation.Allocate(0, 0));
        m.apply(new Operation.Allocate(0, 1));
        m.apply(new Operation.Write(0, 0, 0, 1));
        m.apply(new Operation.Point(0, 1, Operation.NIL));
        return m;
    }

    /** The textbook's story: a black stack takes a white object over from a grey one. */
    private static List<String> hideFromTheCollector(Barrier barrier) {
        Machine m = machine(SMALL, barrier, Order.OBJECTS_LIFO);
        Words words = new Words(SMALL, barrier);
        List<String> told = new ArrayList<>();
        for (Operation o : List.of(
                COLLECT,
                COLLECT,
                COLLECT,
                new Operation.Point(0, 1, 1),
                new Operation.Write(0, 0, 0, Operation.NIL),
                COLLECT,
                COLLECT,
                COLLECT,
                COLLECT,
                COLLECT,
                COLLECT)) {
            told.add(words.of(m.apply(o)));
        }
        return told;
    }

    @Test
    void withoutABarrier_aLiveObjectIsLost_andTheSentencesTellHow() {
        assertThat(hideFromTheCollector(Barrier.NONE))
                .containsExactly(
                        "A cycle begins. The world stops for a moment, all objects are white. Roots, the globals and the"
                                + " stacks, are yet to be scanned.",
                        "The globals are scanned: nothing new.",
                        "Stack 1 is scanned: #0 turns grey. The stack is black from here on.",
                        "Stack 1 slot 2: now #1, before nothing. No barrier watches stacks.",
                        "Stack 1 stores into #0 field 1: now nothing, before #1.",
                        "Stack 2 is scanned: nothing new. The stack is black from here on.",
                        "#0 is scanned and turns black: nothing new.",
                        "Nothing is grey: marking is over and the barrier goes off. What is still white counts as garbage.",
                        "Span 1 is swept: #1 freed. But the program can still reach #1: a live object is lost, and its"
                                + " memory will be used for something else.",
                        "All is swept. The cycle is over; what was black is white again, for the next one.",
                        "A cycle begins. The world stops for a moment, all objects are white. Roots, the globals and the"
                                + " stacks, are yet to be scanned.");
    }

    @Test
    void hybridBarrier_shadesWhatIsOverwritten_soThatItStays() {
        List<String> told = hideFromTheCollector(Barrier.HYBRID_GO);
        assertThat(told)
                .contains("Stack 1 stores into #0 field 1: now nothing, before #1. The barrier turns #1 grey.")
                .noneMatch(s -> s.contains("lost"));
    }

    @Test
    void dijkstra_scansStacksAgain_withTheWorldStopped() {
        Machine m = machine(SMALL, Barrier.DIJKSTRA, Order.OBJECTS_LIFO);
        while (m.phase() != Phase.MARK_STOPPED) {
            m.apply(COLLECT);
        }
        int before = m.hash();
        assertThat(m.apply(new Operation.Allocate(0, 0)).kind()).isEqualTo(Kind.REFUSED_STOPPED);
        assertThat(m.apply(new Operation.Write(0, 0, 0, 0)).kind()).isEqualTo(Kind.REFUSED_STOPPED);
        assertThat(m.hash()).as("a refused operation changes nothing").isEqualTo(before);
        assertThat(m.apply(COLLECT).kind()).isEqualTo(Kind.SCAN_STACK);
        assertThat(m.apply(COLLECT).kind()).isEqualTo(Kind.SCAN_STACK);
        assertThat(m.apply(COLLECT).kind()).isEqualTo(Kind.MARK_END);
    }

    @Test
    void yuasa_scansAllStacksInOneStep() {
        Machine m = machine(SMALL, Barrier.YUASA, Order.OBJECTS_LIFO);
        assertThat(m.apply(COLLECT).shaded()).containsExactly(0);
    }

    @Test
    void objectsAllocatedWhileMarking_areBlack_andOutliveTheCycle() {
        Machine m = machine(SMALL, Barrier.HYBRID_GO, Order.OBJECTS_LIFO);
        m.apply(COLLECT);
        assertThat(m.apply(new Operation.Allocate(1, 0)).kind()).isEqualTo(Kind.ALLOCATE_BLACK);
        m.apply(new Operation.Point(1, 0, Operation.NIL));
        List<Integer> freed = cycle(m);
        assertThat(freed).as("floating garbage").isEmpty();
        assertThat(cycle(m)).as("gone with the next cycle").containsExactly(2);
    }

    @Test
    void objectAllocatedAheadOfTheSweeper_isNotSwept() {
        Machine m = machine(SMALL, Barrier.HYBRID_GO, Order.OBJECTS_LIFO);
        m.apply(new Operation.Allocate(1, 0));
        while (m.phase() != Phase.SWEEP) {
            m.apply(COLLECT);
        }
        Step s = m.apply(new Operation.Allocate(1, 1));
        assertThat(s.target()).isEqualTo(3);
        assertThat(m.colour(3)).isEqualTo(Colour.BLACK);
        assertThat(cycle(m)).isEmpty();
        assertThat(m.colour(3)).isEqualTo(Colour.WHITE);
    }

    @Test
    void assist_scansBeforeItAllocates() {
        HeapShape assisting = new HeapShape(6, 2, 2, 2, 1, 3, 2);
        Machine m = machine(assisting, Barrier.HYBRID_GO, Order.OBJECTS_LIFO);
        m.apply(COLLECT);
        m.apply(COLLECT);
        m.apply(COLLECT);
        Step s = m.apply(new Operation.Allocate(1, 0));
        assertThat(s.scanned()).containsExactly(0, 1);
        assertThat(new Words(assisting, Barrier.HYBRID_GO).of(s))
                .startsWith("Before it may allocate, stack 2 scans #0 and #1");
    }

    /** Nine objects in three spans, all on one stack; each of the first span points to one in the second, then the third. */
    @Test
    void spans_areVisitedLessOften_thanObjectsOneByOne() {
        assertThat(visits(Order.SPANS_FIFO)).isEqualTo(3);
        assertThat(visits(Order.OBJECTS_LIFO)).isEqualTo(9);
    }

    private static int visits(Order order) {
        Machine m = new Machine(new HeapShape(9, 1, 1, 9, 0, 3, 0), Barrier.HYBRID_GO, order);
        for (int i = 0; i < 9; i++) {
            m.apply(new Operation.Allocate(0, i));
        }
        for (int i = 0; i < 6; i++) {
            m.apply(new Operation.Write(0, i, 0, i + 3));
        }
        for (int i = 3; i < 9; i++) {
            m.apply(new Operation.Point(0, i, Operation.NIL));
        }
        while (m.phase() != Phase.SWEEP) {
            m.apply(COLLECT);
        }
        return m.spanVisits();
    }

    @Test
    void whatAThreadCannotReach_itCannotUse() {
        Machine m = machine(SMALL, Barrier.HYBRID_GO, Order.OBJECTS_LIFO);
        assertThat(m.apply(new Operation.Point(1, 0, 0)).kind()).isEqualTo(Kind.REFUSED_UNREACHABLE);
        assertThat(m.apply(new Operation.Write(1, 0, 0, Operation.NIL)).kind()).isEqualTo(Kind.REFUSED_UNREACHABLE);
        for (int i = 2; i < 6; i++) {
            assertThat(m.apply(new Operation.Allocate(1, 0)).refused()).isFalse();
        }
        assertThat(m.apply(new Operation.Allocate(1, 0)).kind()).isEqualTo(Kind.REFUSED_FULL);
    }

    @Test
    void collector_mayScanTheHeapBeforeTheRoots() {
        Machine m = machine(SMALL, Barrier.HYBRID_GO, Order.OBJECTS_LIFO);
        m.apply(COLLECT);
        m.apply(COLLECT);
        m.apply(COLLECT);
        assertThat(m.apply(SCAN_HEAP).kind()).isEqualTo(Kind.SCAN_OBJECT);
        assertThat(m.apply(COLLECT).kind()).isEqualTo(Kind.SCAN_STACK);
    }

    @Test
    void badShapes_areRefused() {
        assertThatThrownBy(() -> new HeapShape(0, 1, 1, 1, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cells is 0, but must be 1 to 100000");
        assertThatThrownBy(() -> new HeapShape(1, 1, 1, 1, -1, 1, 0)).hasMessageContaining("globals");
    }

    /** Steps until a cycle has ended. */
    private static List<Integer> cycle(Machine m) {
        List<Integer> freed = new ArrayList<>();
        Step s;
        do {
            s = m.apply(COLLECT);
            freed.addAll(s.freed());
        } while (s.kind() != Kind.END);
        return freed;
    }
}
