package dev.tricolor.workloads.heap;

import dev.tricolor.workloads.spec.BadInput;
import dev.tricolor.workloads.spec.Knob;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Units;
import java.util.List;

/** Makes nodes whose payload sizes follow the knobs, and counts what it asked for. Used by one thread. */
public final class NodeMaker {
    private static final int NODE_HEAP_BYTES = 32;
    private static final int MIN_PAYLOAD_BYTES = 8;

    private final SplitMix64 random;
    private final Sizes sizes;
    private final int references;
    private final int largePpm;
    private final int largeBytes;
    private long requestedBytes;
    private long objects;

    public NodeMaker(Parameters parameters, SplitMix64 random) {
        this.random = random;
        sizes = Sizes.named(parameters.text("sizes"));
        references = references(parameters);
        largePpm = parameters.small("large-share");
        largeBytes = parameters.small("large-size");
    }

    /** Of nodes whose payload the caller chooses, without references. */
    public NodeMaker(SplitMix64 random) {
        this.random = random;
        sizes = Sizes.named("h2");
        references = 0;
        largePpm = 0;
        largeBytes = 0;
    }

    /** The generator that chooses the sizes, for the other choices of the same stream. */
    public SplitMix64 random() {
        return random;
    }

    /** The knobs that say how large payloads are. */
    public static List<Knob> sizeKnobs() {
        return List.of(
                Knob.text(
                        "sizes",
                        "h2",
                        "payload objects' size histogram: h2, spring, kafka (DaCapo demographics) or a file of 'bytes weight' lines"),
                Knob.share("large-share", "0", 0, Units.PPM, "share of the objects whose payload is large"),
                Knob.bytes("large-size", "64k", "1k", "64m", "size of a large payload"));
    }

    /** The knob for references, of workloads whose objects have some; without it they have none. */
    public static Knob referencesKnob() {
        return Knob.count("refs", "2", 0, 64, "references from each object to older ones");
    }

    private static int references(Parameters parameters) {
        return parameters.has("refs") ? parameters.small("refs") : 0;
    }

    /** About what one node and its payload hold of a HotSpot heap, a table's slot included. */
    public static long meanHeapBytes(Parameters parameters) {
        int references = references(parameters);
        long payload = Sizes.named(parameters.text("sizes")).meanBytes();
        long large = parameters.number("large-size");
        long largePpm = parameters.number("large-share");
        long mean = (payload * (Units.PPM - largePpm) + large * largePpm) / Units.PPM;
        return NODE_HEAP_BYTES + mean + (references > 2 ? 8 + 16 + 4L * (references - 2) : 0) + 8;
    }

    /**
     * How many nodes of this shape make up so many bytes, per thread.
     *
     * @throws BadInput if that is none, or more than a table can number
     */
    public static int slotsPerThread(Parameters parameters, long liveBytes) {
        long slots = liveBytes / meanHeapBytes(parameters) / parameters.number("threads");
        if (slots < 16) {
            throw new BadInput(
                    "--live " + Units.showBytes(liveBytes) + " is fewer than 16 objects a thread",
                    "give it more live bytes or fewer threads");
        }
        if (slots > 1 << 28) {
            throw new BadInput(
                    "--live " + Units.showBytes(liveBytes) + " is more than 2^28 objects a thread",
                    "give it fewer live bytes or more threads");
        }
        return (int) slots;
    }

    /** A new node without references, its payload drawn from the histogram. */
    public Node make(long id) {
        boolean large = largePpm > 0 && random.chance(largePpm);
        int payload = (large ? largeBytes : sizes.draw(random)) - Sizes.ARRAY_HEADER_BYTES;
        return make(id, Math.max(MIN_PAYLOAD_BYTES, payload));
    }

    /** A new node without references and with so many bytes of payload, at least 1. */
    public Node make(long id, int payloadBytes) {
        requestedBytes += Node.REQUESTED_BYTES + payloadBytes;
        objects += 2;
        if (references <= 2) {
            return new Node(id, payloadBytes);
        }
        requestedBytes += WideNode.extraRequestedBytes(references);
        objects++;
        return new WideNode(id, payloadBytes, references);
    }

    /** Points all references of a node at random ones of the first slots of a table. */
    public void link(Node node, LiveTable table, int firstSlots) {
        if (references > 0) {
            node.first = table.get(random.below(firstSlots));
        }
        if (references > 1) {
            node.second = table.get(random.below(firstSlots));
        }
        if (node instanceof WideNode wide) {
            for (int i = 0; i < wide.more.length; i++) {
                wide.more[i] = table.get(random.below(firstSlots));
            }
        }
    }

    /** Counts something else that was asked for. */
    public void count(long bytes, int newObjects) {
        requestedBytes += bytes;
        objects += newObjects;
    }

    public long requestedBytes() {
        return requestedBytes;
    }

    public long objects() {
        return objects;
    }
}
