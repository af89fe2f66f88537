package dev.tricolor.agent.recording;

import dev.tricolor.agent.Nullable;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * A file open for reading at any offset.
 *
 * <p>A {@code RandomAccessFile}, whose few Java calls a reading suit the interpreter, in which code that runs once a
 * second stays. But on Windows it would keep JFR from deleting the file, so there a {@code FileChannel}.
 */
final class RawFile implements Closeable {

    private final @Nullable RandomAccessFile file;
    private final @Nullable FileChannel channel;

    RawFile(File path) throws IOException {
        boolean windows = File.separatorChar == '\\';
        file = windows ? null : new RandomAccessFile(path, "r");
        channel = windows ? FileChannel.open(path.toPath(), StandardOpenOption.READ) : null;
    }

    /** Reads up to {@code length} bytes from {@code offset} into {@code target} at {@code at}; how many, or -1 at the end. */
    int read(long offset, byte[] target, int at, int length) throws IOException {
        if (file != null) {
            file.seek(offset);
            return file.read(target, at, length);
        }
        return channel == null ? -1 : channel.read(ByteBuffer.wrap(target, at, length), offset);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (channel != null) {
            channel.close();
        }
    }
}
