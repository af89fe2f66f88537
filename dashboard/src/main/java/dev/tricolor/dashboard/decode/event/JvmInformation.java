package dev.tricolor.dashboard.decode.event;

import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** The JVM's name, version, arguments and start. */
final class JvmInformation implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.JVMInformation");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.jvm(
                String.valueOf(event.getString("jvmName")),
                String.valueOf(event.getString("jvmVersion")),
                text(event, "jvmArguments"),
                text(event, "javaArguments"),
                event.getInstant("jvmStartTime"));
    }

    private static String text(RecordedEvent event, String field) {
        String value = event.hasField(field) ? event.getString(field) : null;
        return value == null ? "" : value;
    }
}
