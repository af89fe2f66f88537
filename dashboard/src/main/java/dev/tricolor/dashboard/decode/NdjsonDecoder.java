package dev.tricolor.dashboard.decode;

import dev.tricolor.dashboard.decode.go.GoLines;
import dev.tricolor.dashboard.decode.go.GoTimelineBuilder;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes the log of a Go process: a JSON object on each line. A line that cannot be read is counted and harms nothing. */
final class NdjsonDecoder implements SessionDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(NdjsonDecoder.class);

    private final SessionLog log;
    private final LineTail tail;
    private final GoTimelineBuilder builder = new GoTimelineBuilder();
    private final GoLines lines = new GoLines(builder);
    private String trouble = "";
    private boolean cut;

    NdjsonDecoder(SessionLog log) {
        this.log = log;
        this.tail = new LineTail(log.chunks().get(0));
    }

    @Override
    public boolean advance() {
        long before = lines.read();
        String troubleBefore = trouble;
        try {
            tail.readNew(lines::take);
            trouble = "";
        } catch (NoSuchFileException e) {
            return false; // the session was deleted meanwhile
        } catch (IOException e) {
            trouble = "the log could not be read: " + e;
            LOG.warn("session {}: {}", log.meta().id(), trouble, e);
        }
        boolean cutBefore = cut;
        cut = tail.waiting() > 0 && log.meta().ended().isPresent();
        return lines.read() > before || cut != cutBefore || !trouble.equals(troubleBefore);
    }

    @Override
    public Timeline timeline() {
        return builder.snapshot();
    }

    @Override
    public Map<String, Long> counts() {
        return lines.counts();
    }

    @Override
    public Instant dataUntil() {
        return builder.dataUntil();
    }

    @Override
    public List<String> problems() {
        List<String> all = new ArrayList<>(lines.problems());
        all.addAll(builder.problems());
        if (cut) {
            all.add("the log's last line is cut off (" + tail.waiting() + " bytes)");
        }
        if (!trouble.isEmpty()) {
            all.add(trouble);
        }
        return List.copyOf(all);
    }

    @Override
    public void close() {}
}
