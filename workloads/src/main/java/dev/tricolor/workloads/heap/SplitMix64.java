package dev.tricolor.workloads.heap;

/**
 * The SplitMix64 generator: 64 bits of state, one addition and a mix per number, the same on every runtime.
 * Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (mix variant 13 of Stafford).
 */
public final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** 0 to bound-1 by multiplication of the upper 32 bits, for 1 ≤ bound < 2^31. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** True for this many in a million. */
    public boolean chance(int ppm) {
        return below(1_000_000) < ppm;
    }

    /** A bijection of 64 bits in which every input bit moves about half of the output bits. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
