package dev.tricolor.agent.knob;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JVM's manageable flags: each change is an event, and what was there before the first can be put back. */
final class VmFlags {

    private final HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final Map<String, String> before = new LinkedHashMap<>();

    /** Whether a flag of this name is there and on. */
    boolean on(String name) {
        try {
            return "true".equals(value(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String value(String name) {
        return bean.getVMOption(name).getValue();
    }

    /** @throws IllegalArgumentException where the JVM does not take the value */
    void set(String name, String value, String who) {
        String old = value(name);
        if (!old.equals(value)) {
            bean.setVMOption(name, value);
            before.putIfAbsent(name, old);
            KnobChangeEvent.changed(name, old, value, who);
        }
    }

    /** Gives every flag that was set the value that it had before. */
    void restore(String who) {
        for (int tries = before.size(); tries > 0; tries--) { // one may bound another
            for (Map.Entry<String, String> e : before.entrySet()) {
                try {
                    set(e.getKey(), e.getValue(), who);
                } catch (IllegalArgumentException bounded) {
                    // by one that is still to come
                }
            }
        }
    }
}
