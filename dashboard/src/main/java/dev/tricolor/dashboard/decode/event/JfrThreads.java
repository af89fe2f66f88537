package dev.tricolor.dashboard.decode.event;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/** The thread of an event. */
final class JfrThreads {

    private JfrThreads() {}

    /** The Java thread's id, or its OS id where it is no Java thread; 0 where unknown. */
    static long id(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        if (thread == null) {
            return 0;
        }
        return thread.getJavaThreadId() > 0 ? thread.getJavaThreadId() : thread.getOSThreadId();
    }

    static String name(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        if (thread == null) {
            return "unknown";
        }
        String java = thread.getJavaName();
        return java != null ? java : String.valueOf(thread.getOSName());
    }
}
