package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.Node;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A thread that descends one frame per node, each frame alone holding its node, parks there, and comes back when let go. */
final class DeepStack implements Runnable {
    private final @Nullable Node[] nodes;
    private final CountDownLatch atTheBottom = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private long sumOfIds;
    private volatile boolean whole;

    DeepStack(@Nullable Node[] nodes) {
        this.nodes = nodes;
    }

    @Override
    public void run() {
        sumOfIds = descend(0);
        whole = true;
        ended.countDown();
    }

    private long descend(int depth) {
        if (depth == nodes.length) {
            atTheBottom.countDown();
            await(letGo);
            return 0;
        }
        Node own = nodes[depth];
        nodes[depth] = null;
        long below = descend(depth + 1);
        return own != null && own.intact() ? below + own.id : below;
    }

    /** Waits until the thread has parked. */
    void awaitParked() {
        await(atTheBottom);
    }

    /** Lets the thread go and answers the sum of the ids that its frames held. */
    long release() {
        letGo.countDown();
        await(ended);
        return whole ? sumOfIds : 0;
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
