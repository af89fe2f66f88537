package dev.tricolor.agent.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** The agent's JFR recording: to disk, bounded in size, never dumped. */
public final class JfrRecording {

    private final Recording recording;
    private final long startNanos;

    private JfrRecording(Recording recording) {
        this.recording = recording;
        Instant start = recording.getStartTime();
        startNanos = start.getEpochSecond() * 1_000_000_000L + start.getNano();
    }

    /**
     * Starts recording; takes 0.3 s or more where JFR has not run before.
     *
     * @param settings {@code tricolor}, a preset of the JDK, or the path of a .jfc file
     * @param maxSize bytes on disk beyond which JFR drops the oldest chunk
     */
    public static JfrRecording start(String settings, long maxSize) throws IOException, ParseException {
        Recording recording = new Recording(configuration(settings));
        try {
            recording.setName("tricolor");
            recording.setToDisk(true);
            recording.setMaxSize(maxSize);
            recording.setDumpOnExit(false);
            recording.start();
            return new JfrRecording(recording);
        } catch (RuntimeException e) {
            recording.close();
            throw e;
        }
    }

    private static Configuration configuration(String settings) throws IOException, ParseException {
        if (settings.equals("tricolor")) {
            try (InputStream in = JfrRecording.class.getResourceAsStream("/dev/tricolor/agent/tricolor.jfc")) {
                if (in == null) {
                    throw new IOException("tricolor.jfc is missing in the agent's jar");
                }
                return Configuration.create(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        boolean path = settings.endsWith(".jfc") || settings.indexOf('/') >= 0 || settings.indexOf('\\') >= 0;
        return path ? Configuration.create(Path.of(settings)) : Configuration.getConfiguration(settings);
    }

    /** When it began, in epoch nanoseconds: exactly its first chunk's start. */
    public long startNanos() {
        return startNanos;
    }

    /** Whether it still records. Takes the recorder's lock: not to be called while the JVM exits. */
    public boolean running() {
        return recording.getState() == RecordingState.RUNNING;
    }

    /** Completes the last chunk; the chunks stay on disk until {@link #close}. */
    public void stop() {
        if (running()) {
            recording.stop();
        }
    }

    /** Lets JFR delete the chunks. */
    public void close() {
        recording.close();
    }
}
