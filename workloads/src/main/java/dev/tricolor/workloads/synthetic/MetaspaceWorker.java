package dev.tricolor.workloads.synthetic;

import dev.tricolor.workloads.heap.SplitMix64;
import dev.tricolor.workloads.spec.Check;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker that makes class loaders with classes of their own, each replacing the oldest live one. */
final class MetaspaceWorker implements Worker {
    private final SplitMix64 random;
    private final int index;
    private final int classesPerLoader;
    private final int textsPerClass;
    private final @Nullable Loader[] live;
    private long loaders;
    private long requestedBytes;
    private long checksum;
    private long wronglyNamed;

    MetaspaceWorker(Parameters parameters, int index, long seed) {
        this.index = index;
        random = new SplitMix64(seed);
        classesPerLoader = parameters.small("classes");
        textsPerClass = parameters.small("constants");
        live = new @Nullable Loader[parameters.small("live-loaders")];
    }

    /** A class loader that remembers the last class it defined. */
    private static final class Loader extends ClassLoader {
        private @Nullable Class<?> last;

        Loader() {
            super(MetaspaceWorker.class.getClassLoader());
        }

        Class<?> define(String name, byte[] bytes) {
            Class<?> defined = defineClass(name, bytes, 0, bytes.length);
            last = defined;
            return defined;
        }
    }

    @Override
    public void fill() {}

    @Override
    public void step(int operations) {
        for (int i = 0; i < operations; i++) {
            Loader loader = new Loader();
            for (int c = 0; c < classesPerLoader; c++) {
                define(loader, "Made" + index + "_" + loaders + "_" + c + "_" + random.below(1_000_000));
            }
            live[(int) (loaders % live.length)] = loader;
            loaders++;
        }
    }

    /** The checksum takes the name of the class that came to be, not of the one asked for. */
    private void define(Loader loader, String name) {
        byte[] bytes = ClassFile.named(name, textsPerClass);
        requestedBytes += bytes.length;
        Class<?> defined = loader.define(name, bytes);
        if (!defined.getName().equals(name) || defined.getClassLoader() != loader) {
            wronglyNamed++;
        }
        checksum = SplitMix64.mix(checksum ^ fold(defined.getName()));
    }

    private static long fold(String text) {
        long fold = 0;
        for (int i = 0; i < text.length(); i++) {
            fold = fold * 31 + text.charAt(i);
        }
        return fold;
    }

    @Override
    public long checksum() {
        return checksum;
    }

    /** Bytes of class files; what the metadata takes of it is the JVM's affair. */
    @Override
    public long requestedBytes() {
        return requestedBytes;
    }

    /** Class loaders and classes. */
    @Override
    public long objects() {
        return loaders * (1 + classesPerLoader);
    }

    @Override
    public List<Check> checks(long operationsDone) {
        long alive = 0;
        for (Loader loader : live) {
            alive += loader != null && loader.last != null && loader.last.getClassLoader() == loader ? 1 : 0;
        }
        return List.of(
                new Check("live loaders", Math.min(live.length, operationsDone), alive),
                new Check("loaders, each once", operationsDone, loaders),
                new Check("classes with a wrong name or loader", 0, wronglyNamed));
    }
}
