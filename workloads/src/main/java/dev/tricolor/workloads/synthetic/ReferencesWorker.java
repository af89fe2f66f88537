package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.LiveTable;
import dev.tricolor.workloads.heap.Node;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A worker that makes reference objects and keeps the last ones in a ring; some of their referents stay strongly
 * reachable for as long. When the others are cleared depends on the collector and is in no checksum.
 */
final class ReferencesWorker extends RequestWorker {
    /** What a reference object asks for: referent, queue and two links. */
    private static final int REFERENCE_BYTES = 32;

    private static final List<String> TURNS = List.of("weak", "soft", "phantom", "cleaner");

    private final String kind;
    private final int referencePpm;
    private final int strongPpm;
    private final int kept;
    private final @Nullable Reference<Node>[][] ring;
    private final LiveTable strong;
    private final ReferenceQueue<Node> queue = new ReferenceQueue<>();
    private final Cleaner cleaner = Cleaner.create();
    private final AtomicLong cleaned = new AtomicLong();
    private int next;
    private long references;
    private long cleaners;
    private long enqueued;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    ReferencesWorker(Parameters parameters, long seed) {
        super(parameters, seed);
        kind = parameters.text("kind");
        referencePpm = parameters.small("reference-share");
        strongPpm = parameters.small("strong-share");
        kept = parameters.small("kept");
        strong = new LiveTable(kept);
        ring = new Reference[(kept + SEGMENT - 1) / SEGMENT][SEGMENT];
    }

    private static final int SEGMENT = 1024;

    @Override
    public void fill() {}

    @Override
    void operate(Node node) {
        drainQueue();
        if (!random.chance(referencePpm)) {
            return;
        }
        boolean staysStrong = random.chance(strongPpm);
        String turn = kind.equals("mixed") ? TURNS.get((int) (references % TURNS.size())) : kind;
        references++;
        maker.count(REFERENCE_BYTES, 1);
        Node before = strong.put(next, staysStrong ? node : null);
        if (before != null) {
            retire(before);
        }
        ring[next / SEGMENT][next % SEGMENT] = refer(turn, node);
        next = next + 1 == kept ? 0 : next + 1;
    }

    private @Nullable Reference<Node> refer(String turn, Node node) {
        return switch (turn) {
            case "weak" -> new WeakReference<>(node, queue);
            case "soft" -> new SoftReference<>(node, queue);
            case "phantom" -> new PhantomReference<>(node, queue);
            default -> {
                cleaners++;
                AtomicLong counter = cleaned; // the action must not hold the node
                cleaner.register(node, counter::incrementAndGet);
                yield null;
            }
        };
    }

    private void drainQueue() {
        while (queue.poll() != null) {
            enqueued++;
        }
    }

    @Override
    long fingerprintOfLiveSet() {
        return strong.fingerprint() ^ references;
    }

    @Override
    List<Check> checksOfLiveSet() {
        drainQueue();
        long clearedTooEarly = 0;
        for (int i = 0; i < kept; i++) {
            Node referent = strong.get(i);
            Reference<Node> reference = ring[i / SEGMENT][i % SEGMENT];
            if (referent != null && reference != null && !reference.refersTo(referent)) {
                clearedTooEarly++;
            }
        }
        return List.of(
                new Check("references to strongly reachable objects that were cleared", 0, clearedTooEarly),
                new Check("more references enqueued than made", 0, Math.max(0, enqueued - (references - cleaners))),
                new Check("more cleaners run than registered", 0, Math.max(0, cleaned.get() - cleaners)));
    }
}
