package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Worker;
import java.nio.ByteBuffer;
import java.util.List;

/** A worker that allocates direct buffers, each replacing a random live one, and never frees one itself. */
final class OffHeapWorker implements Worker {
    private static final int PAGE_BYTES = 4096;

    private final SplitMix64 random;
    private final int minBytes;
    private final int spanBytes;
    private final ByteBuffer[] live;
    private long allocations;
    private long requestedBytes;
    private long checksum;
    private long bytesEntered;
    private long bytesLeft;
    private long damaged;

    OffHeapWorker(Parameters parameters, long seed) {
        random = new SplitMix64(seed);
        live = new ByteBuffer[slots(parameters)];
        minBytes = parameters.small("min-size");
        spanBytes = parameters.small("max-size") - minBytes + 1;
    }

    static int slots(Parameters parameters) {
        return HumongousWorker.slots(parameters);
    }

    @Override
    public void fill() {
        for (int slot = 0; slot < live.length; slot++) {
            live[slot] = make();
        }
    }

    @Override
    public void step(int operations) {
        for (int i = 0; i < operations; i++) {
            int slot = random.below(live.length);
            ByteBuffer left = live[slot];
            live[slot] = make();
            bytesLeft += left.capacity();
            read(left);
        }
    }

    /** A new buffer with its number written to every page, so that all of it is resident. */
    private ByteBuffer make() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(minBytes + random.below(spanBytes));
        allocations++;
        requestedBytes += buffer.capacity();
        bytesEntered += buffer.capacity();
        for (int i = 0; i < buffer.capacity(); i += PAGE_BYTES) {
            buffer.put(i, (byte) allocations);
        }
        buffer.put(buffer.capacity() - 1, (byte) allocations);
        return buffer;
    }

    private void read(ByteBuffer buffer) {
        byte first = buffer.get(0);
        if (buffer.get(buffer.capacity() - 1) != first) {
            damaged++;
        }
        checksum = SplitMix64.mix(checksum ^ (buffer.capacity() * 256L + (first & 0xff)));
    }

    @Override
    public long checksum() {
        long fold = checksum;
        for (ByteBuffer buffer : live) {
            fold = SplitMix64.mix(fold ^ (buffer.capacity() * 256L + (buffer.get(0) & 0xff)));
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
        for (ByteBuffer buffer : live) {
            liveBytes += buffer.capacity();
        }
        return List.of(
                new Check("live bytes", bytesEntered - bytesLeft, liveBytes),
                new Check("buffers, each once", live.length + operationsDone, allocations),
                new Check("damaged buffers", 0, damaged));
    }
}
