package dev.tricolor.dashboard.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything but trace lines passes, byte for byte, however the bytes are cut. */
class TraceFilterTest {
    private static final String GC = "gc 3 @0.021s 4%: 0.031+1.2+0.004 ms clock, 0.062+0.10/0.95/0.002+0.008 ms cpu,"
            + " 7->8->4 MB, 8 MB goal, 0 MB stacks, 0 MB globals, 2 P";
    private static final long MILLI = 1_000_000;

    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final List<String> traces = new ArrayList<>();
    private final TraceFilter filter = new TraceFilter(new TraceFilter.Sink() {
        @Override
        public void pass(byte[] bytes) {
            passed.writeBytes(bytes);
        }

        @Override
        public void trace(String line) {
            traces.add(line);
        }
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                GC, // 1.26
                "gc 1 @0.012s 2%: 0.026+0.36+0.004 ms clock, 0.21+0.25/0.36/0.10+0.037 ms cpu, 4->4->0 MB, 5 MB goal, 8 P",
                "gc 12 @3.5s 0%: 0+17+0 ms clock, 0+0/17/0+0 ms cpu, 40->40->20 MB, 41 MB goal, 0 MB stacks, 0 MB globals, 4 P (forced)",
                "gc 9 @1.0s 1% (checking for goroutine leaks): 0.1+1.2+0.1 ms clock, 0.2+0/1/0+0.1 ms cpu, 3->3->1 MB, 4 MB"
                        + " goal, 0 MB stacks, 0 MB globals, 2 P",
                "GC forced",
                "scan: total 5+6+7=18 objs, 1+2=3 spans",
                "scan: class 16B 5 objs",
                "scan: class L 0+0+1=1 objs, 0+0=0 spans",
            })
    void everyForm_isTakenOut_inOnePieceAndByteByByte(String line) throws IOException {
        feed("before\n" + line + "\nafter\n");
        for (byte b : ("one\n" + line + "\ntwo\n").getBytes(ISO_8859_1)) {
            filter.feed(new byte[] {b}, 1, 0);
        }

        assertThat(passed()).isEqualTo("before\nafter\none\ntwo\n");
        assertThat(traces).containsExactly(line, line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gc is fun\n",
                "gc 4 @ home\n",
                "GC forced by me\n",
                "scan: everything\n",
                "gcc: error\n",
                "my own: GC forced\n",
                "prefix " + GC + "\n",
                "\u0000\u00ff\n\ng",
                "no newline at the end",
            })
    void whatTheProgramSays_passes(String text) throws IOException {
        feed(text);
        filter.end();

        assertThat(passed()).isEqualTo(text);
        assertThat(traces).isEmpty();
    }

    @Test
    void whatCannotBecomeATraceLine_passesAtOnce() throws IOException {
        feed("password: ");
        assertThat(passed()).isEqualTo("password: ");
        feed("gc x");
        assertThat(passed()).isEqualTo("password: gc x");
    }

    @Test
    void whatMayBecomeOne_passesAfterATenthOfASecond_andIsToldAllTheSame() throws IOException {
        feed(GC.substring(0, 4), 0);
        assertThat(passed()).isEmpty();
        filter.late(99 * MILLI);
        assertThat(passed()).isEmpty();
        filter.late(100 * MILLI);
        assertThat(passed()).isEqualTo("gc 3");
        feed(GC.substring(4) + "\nnext\n", 101 * MILLI);

        assertThat(passed()).isEqualTo(GC + "\nnext\n");
        assertThat(traces).containsExactly(GC);
    }

    @Test
    void traceLineBehindARowOfDots_isTakenOut() throws IOException {
        feed("...");
        feed(GC + "\n");
        feed("..\n");

        assertThat(passed()).isEqualTo(".....\n");
        assertThat(traces).containsExactly(GC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\n", "hello", "\n", "gc is fun\nand more\n"})
    void wordsOfTheProgramInTheMiddleOfALine_passAndTheLineIsFound(String words) throws IOException {
        for (int cut = "gc 3 @0".length(); cut < GC.length(); cut++) {
            passed.reset();
            traces.clear();
            feed(GC.substring(0, cut));
            feed(words);
            feed(GC.substring(cut) + "\n");
            if (!words.endsWith("\n")) {
                feed("\n");
            }

            assertThat(passed()).as("cut at %d", cut).isEqualTo(words.endsWith("\n") ? words : words + "\n");
            assertThat(traces).containsExactly(GC);
        }
    }

    @Test
    void lineThatNeverGoesOn_isPassedOnLateButNotLost() throws IOException {
        feed(GC.substring(0, 20), 0);
        feed("hello\n", 0);
        assertThat(passed()).isEqualTo("hello\n");
        filter.late(2_000 * MILLI);

        assertThat(passed()).isEqualTo("hello\n" + GC.substring(0, 20));
    }

    @Test
    void lineCutOffByTheEnd_isTakenOutAndCounted() throws IOException {
        feed("last words\n" + GC.substring(0, 40));
        filter.end();

        assertThat(passed()).isEqualTo("last words\n");
        assertThat(filter.cut()).isEqualTo(1);
        assertThat(traces).isEmpty();
    }

    /** Any text, cut anywhere: with whole trace lines put between its lines, exactly those are taken out. */
    @Test
    void randomCuts_changeNothing() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            passed.reset();
            traces.clear();
            StringBuilder own = new StringBuilder();
            StringBuilder all = new StringBuilder();
            int lines = 0;
            for (int i = 0; i < 20; i++) {
                String word = List.of("gc ", "GC forced!", "scan: ", "\u00e9\u0000", "plain", "gc 1", "@0.1s")
                        .get(random.nextInt(7));
                own.append(word).append('\n');
                all.append(word).append('\n');
                if (random.nextBoolean()) {
                    all.append(GC).append('\n');
                    lines++;
                }
            }
            byte[] bytes = all.toString().getBytes(ISO_8859_1);
            for (int at = 0; at < bytes.length; ) {
                int n = Math.min(1 + random.nextInt(30), bytes.length - at);
                filter.feed(java.util.Arrays.copyOfRange(bytes, at, at + n), n, 0);
                at += n;
            }
            assertThat(passed()).isEqualTo(own.toString());
            assertThat(traces).hasSize(lines);
        }
    }

    private void feed(String text) {
        feed(text, 0);
    }

    private void feed(String text, long now) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        try {
            filter.feed(bytes, bytes.length, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String passed() {
        return passed.toString(ISO_8859_1);
    }
}
