package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Units;
import dev.tricolor.workloads.spec.Worker;
import java.util.List;

/** A worker that allocates large arrays, each replacing a random live one. */
final class HumongousWorker implements Worker {
    private final SplitMix64 random;
    private final int minBytes;
    private final int spanBytes;
    private final byte[][] live;
    private long allocations;
    private long requestedBytes;
    private long checksum;
    private long bytesEntered;
    private long bytesLeft;
    private long damaged;

    HumongousWorker(Parameters parameters, long seed) {
        random = new SplitMix64(seed);
        live = new byte[slots(parameters)][];
        minBytes = parameters.small("min-size");
        spanBytes = parameters.small("max-size") - minBytes + 1;
    }

    /** Arrays that one worker keeps; refuses parameters that make none. */
    static int slots(Parameters parameters) {
        long min = parameters.number("min-size");
        long max = parameters.number("max-size");
        if (min > max) {
            throw new BadInput(
                    "--min-size is larger than --max-size", "give it a --max-size of at least " + Units.showBytes(min));
        }
        long live = parameters.number("live");
        long slots = live / ((min + max) / 2) / parameters.number("threads");
        if (slots < 1 || slots > 1 << 24) {
            throw new BadInput(
                    "--live " + Units.showBytes(live) + " makes " + slots + " arrays a thread",
                    "choose it, the sizes and the threads so that there are 1 to 2^24");
        }
        return (int) slots;
    }

    @Override
    public void fill() {
        for (int slot = 0; slot < live.length; slot++) {
            live[slot] = make();
            bytesEntered += live[slot].length;
        }
    }

    @Override
    public void step(int operations) {
        for (int i = 0; i < operations; i++) {
            int slot = random.below(live.length);
            byte[] left = live[slot];
            byte[] made = make();
            live[slot] = made;
            bytesEntered += made.length;
            bytesLeft += left.length;
            read(left);
        }
    }

    /** A new array with its number written at its first and last byte; the runtime zeroes what lies between. */
    private byte[] make() {
        byte[] array = new byte[minBytes + random.below(spanBytes)];
        allocations++;
        requestedBytes += array.length;
        array[0] = (byte) allocations;
        array[array.length - 1] = (byte) allocations;
        return array;
    }

    private void read(byte[] array) {
        if (array[0] != array[array.length - 1] || array[array.length / 2] != 0) {
            damaged++;
        }
        checksum = SplitMix64.mix(checksum ^ (array.length * 256L + (array[0] & 0xff)));
    }

    @Override
    public long checksum() {
        long fold = checksum;
        for (byte[] array : live) {
            fold = SplitMix64.mix(fold ^ (array.length * 256L + (array[0] & 0xff)));
        }
        return fold;
    }

    @Override
    public long requestedBytes() {
        return requestedBytes;
    }

    @Override
    public long objects() {
        return allocations;
    }

    @Override
    public List<Check> checks(long operationsDone) {
        long liveBytes = 0;
        for (byte[] array : live) {
            liveBytes += array.length;
        }
        return List.of(
                new Check("live bytes", bytesEntered - bytesLeft, liveBytes),
                new Check("arrays, each once", live.length + operationsDone, allocations),
                new Check("damaged arrays", 0, damaged));
    }
}
