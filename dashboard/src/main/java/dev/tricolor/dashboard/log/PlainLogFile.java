package dev.tricolor.dashboard.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A log that is one file of lines (NDJSON), kept as it comes. */
final class PlainLogFile implements LogFiles {

    private final Path file;
    private final FileChannel channel;

    private PlainLogFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static PlainLogFile open(Path folder) throws IOException {
        Path file = folder.resolve("log.ndjson");
        return new PlainLogFile(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void append(byte[] block, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public void finish() {}

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
