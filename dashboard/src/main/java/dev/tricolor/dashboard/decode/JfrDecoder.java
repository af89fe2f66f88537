package dev.tricolor.dashboard.decode;

import dev.tricolor.dashboard.decode.event.EventDecoders;
import dev.tricolor.dashboard.decode.event.TimelineBuilder;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.ChunkHeader;
import dev.tricolor.dashboard.log.SessionLog;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes a log of JFR chunks. */
final class JfrDecoder implements SessionDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(JfrDecoder.class);
    private static final int MOST_PROBLEMS = 100;

    private final SessionLog log;
    private final Path view;
    private final TimelineBuilder builder = new TimelineBuilder();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private int chunk;
    private String trouble = "";
    private @Nullable ChunkReader reader;
    private Instant dataUntil = Instant.EPOCH;

    JfrDecoder(SessionLog log, Path view) {
        this.log = log;
        this.view = view;
    }

    @Override
    public boolean advance() {
        boolean changed = false;
        List<Path> chunks = log.chunks();
        while (chunk < chunks.size()) {
            boolean last = chunk == chunks.size() - 1;
            changed |= readNew(chunks.get(chunk), last);
            if (last) {
                break;
            }
            closeReader();
            chunk++;
        }
        return changed;
    }

    /** What can't be read is tried again with the next flush; once its chunk is complete, it is a problem for good. */
    private boolean readNew(Path file, boolean growing) {
        try {
            ChunkReader r = reader == null ? new ChunkReader(file, view) : reader;
            reader = r;
            ChunkHeader header = r.readNew(this::take);
            if (header == null) {
                return false;
            }
            trouble = "";
            builder.covers(header.start(), header.end());
            dataUntil = header.end();
        } catch (NoSuchFileException e) {
            return false; // the session was deleted meanwhile
        } catch (IOException | RuntimeException e) {
            String what = file.getFileName() + ": " + e;
            LOG.warn("session {}: {}", log.meta().id(), what, e);
            trouble = growing ? what : "";
            if (!growing) {
                problem(what);
            }
        }
        return true;
    }

    private void problem(String what) {
        if (problems.size() < MOST_PROBLEMS && !problems.contains(what)) {
            problems.add(what);
        }
    }

    private void closeReader() {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            problem("view file left behind: " + e.getMessage());
        }
        reader = null;
    }

    private void take(RecordedEvent event) {
        counts.merge(event.getEventType().getName(), 1L, Long::sum);
        try {
            EventDecoders.decode(event, builder);
        } catch (RuntimeException e) {
            problem(event.getEventType().getName() + ": " + e.getMessage());
        }
    }

    @Override
    public Timeline timeline() {
        return builder.snapshot();
    }

    @Override
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    @Override
    public Instant dataUntil() {
        return dataUntil;
    }

    @Override
    public List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (!trouble.isEmpty()) {
            all.add(trouble);
        }
        if (builder.lostBytes() > 0) {
            all.add("JFR itself lost " + builder.lostBytes() + " bytes (jdk.DataLoss)");
        }
        return List.copyOf(all);
    }

    @Override
    public void close() {
        closeReader();
    }
}
