package dev.tricolor.workloads.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
    /** The sequence that other implementations give for this seed. */
    @Test
    void seed1234567_givesThePublishedSequence() {
        SplitMix64 random = new SplitMix64(1234567);

        assertThat(new String[] {
                    Long.toUnsignedString(random.next()),
                    Long.toUnsignedString(random.next()),
                    Long.toUnsignedString(random.next()),
                    Long.toUnsignedString(random.next()),
                    Long.toUnsignedString(random.next())
                })
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Test
    void below_coversItsRangeEvenly() {
        SplitMix64 random = new SplitMix64(1);
        int[] hits = new int[10];
        for (int i = 0; i < 100_000; i++) {
            hits[random.below(10)]++;
        }
        for (int count : hits) {
            assertThat(count).isBetween(9_600, 10_400);
        }
    }
}
