package dev.tricolor.dashboard.model.pacer;

import java.util.List;

/** What a program allocates and keeps, stretch by stretch: all that the pacer ever sees of it. */
public record AllocationTrace(List<Stretch> stretches) {

    public AllocationTrace {
        stretches = List.copyOf(stretches);
    }

    /**
     * A part of the run. What is live changes evenly in it.
     *
     * @param allocatedBytes in all
     * @param seconds that it takes, at least; 0 is as fast as it goes
     * @param burst whether the bytes come at its beginning, as fast as it goes, and rest follows; else they come evenly
     * @param liveBytes at its end
     * @param scanShare of what is live, 0..1: bytes that hold pointers or lie before one in their object
     */
    public record Stretch(double allocatedBytes, double seconds, boolean burst, double liveBytes, double scanShare) {

        public Stretch {
            require("allocated bytes", allocatedBytes);
            require("seconds", seconds);
            require("live bytes", liveBytes);
            if (!(scanShare >= 0 && scanShare <= 1)) {
                throw new IllegalArgumentException("the share to scan is " + scanShare + ", but must be 0 to 1");
            }
        }

        private static void require(String what, double value) {
            if (!(value >= 0 && value < 1e15)) {
                throw new IllegalArgumentException(what + " is " + value + ", but must be 0 or more");
            }
        }
    }

    /** A program that fills its live set as fast as it goes and then allocates evenly. */
    public static AllocationTrace steady(double liveBytes, double scanShare, double allocatedBytes, double seconds) {
        return new AllocationTrace(List.of(
                new Stretch(liveBytes, 0, false, liveBytes, scanShare),
                new Stretch(allocatedBytes, seconds, false, liveBytes, scanShare)));
    }
}
