package dev.tricolor.dashboard.analysis;

/** Takes a figure apart in a test. */
final class Figures {
    private Figures() {}

    static <T> T value(Figure<T> f) {
        if (f instanceof Figure.Known<T> k) {
            return k.value();
        }
        throw new AssertionError("not available: " + why(f));
    }

    static String why(Figure<?> f) {
        if (f instanceof Figure.Missing<?> m) {
            return m.why();
        }
        throw new AssertionError("known: " + f);
    }

    static String instrument(Figure<?> f) {
        if (f instanceof Figure.Known<?> k) {
            return k.instrument();
        }
        throw new AssertionError("not available: " + why(f));
    }
}
