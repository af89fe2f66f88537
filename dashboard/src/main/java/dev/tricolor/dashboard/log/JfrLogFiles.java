package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log of JFR bytes as ordinary chunk files, {@code 000001.jfr} and so on, that any JFR tool reads.
 *
 * <p>Each flush puts the true header at the start of its chunk's file. After a crash the state is found again by reading
 * the newest file: the bytes are the truth.
 */
final class JfrLogFiles implements LogFiles {

    private static final String SUFFIX = ".jfr";
    private static final int READ_BLOCK = 1 << 16;

    private final Path folder;
    private final List<Path> chunks = new ArrayList<>();
    private long finishedBytes;
    private ChunkSplitter splitter = new ChunkSplitter();
    private @Nullable FileChannel current;
    private long validUntil;

    private JfrLogFiles(Path folder) {
        this.folder = folder;
    }

    static JfrLogFiles open(Path folder) throws IOException {
        JfrLogFiles files = new JfrLogFiles(folder);
        files.recover();
        return files;
    }

    @Override
    public long size() {
        return finishedBytes + (current == null ? 0 : splitter.position());
    }

    @Override
    public List<Path> files() {
        return List.copyOf(chunks);
    }

    @Override
    public void append(byte[] block, int length) throws IOException {
        ChunkSplitter trial = splitter.copy();
        List<ChunkSplitter.Step> steps = trial.feed(block, length);
        try {
            for (ChunkSplitter.Step step : steps) {
                take(step, block);
            }
            if (current != null) {
                current.force(false);
            }
            splitter = trial;
            if (splitter.between()) {
                closeCurrent();
            }
        } catch (IOException e) {
            recover();
            throw e;
        }
    }

    private void take(ChunkSplitter.Step step, byte[] block) throws IOException {
        if (step instanceof ChunkSplitter.Step.Begin) {
            closeCurrent();
            Path file = folder.resolve(String.format("%06d%s", chunks.size() + 1, SUFFIX));
            current = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
            chunks.add(file);
            validUntil = 0;
        } else if (step instanceof ChunkSplitter.Step.Append a) {
            FileChannel file = open();
            writeFully(file, ByteBuffer.wrap(block, a.from(), a.to() - a.from()), file.size());
        } else if (step instanceof ChunkSplitter.Step.Flush f) {
            writeFully(open(), ByteBuffer.wrap(f.header().onDisk()), 0);
            validUntil = f.header().size();
        }
    }

    private FileChannel open() {
        if (current == null) {
            throw new IllegalStateException("bytes without a chunk");
        }
        return current;
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    private void closeCurrent() throws IOException {
        if (current != null) {
            current.force(true);
            finishedBytes += current.size();
            current.close();
            current = null;
        }
    }

    /** Reads the state from disk: sizes of the finished chunks, and the newest one byte by byte. */
    private void recover() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
        chunks.clear();
        finishedBytes = 0;
        splitter = new ChunkSplitter();
        validUntil = 0;
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(chunks::add);
        }
        for (int i = 0; i < chunks.size() - 1; i++) {
            finishedBytes += Files.size(chunks.get(i));
        }
        if (!chunks.isEmpty()) {
            resume(chunks.get(chunks.size() - 1));
        }
    }

    private void resume(Path newest) throws IOException {
        FileChannel file = FileChannel.open(newest, StandardOpenOption.WRITE, StandardOpenOption.READ);
        current = file;
        byte[] block = new byte[READ_BLOCK];
        ByteBuffer buffer = ByteBuffer.wrap(block);
        int n;
        while ((n = file.read(buffer.clear())) > 0) {
            for (ChunkSplitter.Step step : splitter.feed(block, n)) {
                if (step instanceof ChunkSplitter.Step.Flush f) {
                    writeFully(file, ByteBuffer.wrap(f.header().onDisk()), 0);
                    validUntil = f.header().size();
                }
            }
        }
        if (splitter.between()) {
            closeCurrent();
        }
    }

    /** A session that died between two flushes leaves bytes behind the last one, which would stop every reader. */
    @Override
    public void finish() throws IOException {
        if (current != null) {
            if (validUntil == 0) {
                Path empty = chunks.remove(chunks.size() - 1);
                current.close();
                current = null;
                Files.delete(empty);
            } else {
                current.truncate(validUntil);
                closeCurrent();
            }
        }
        splitter = new ChunkSplitter();
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
