package dev.tricolor.workloads.jfr;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Asks Tricolor's agent, where there is one in this JVM, for a reading of CPU, memory and allocation at this moment: a
 * measured part of less than two seconds would hold none, or only one, of those that the agent takes by itself.
 */
final class AgentReading {
    private static final @Nullable Method SAMPLE = find();

    private AgentReading() {}

    static void take() {
        try {
            if (SAMPLE != null) {
                SAMPLE.invoke(null);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the agent promises to throw nothing", e);
        }
    }

    private static @Nullable Method find() {
        try {
            return ClassLoader.getSystemClassLoader()
                    .loadClass("dev.tricolor.agent.Agent")
                    .getMethod("sample");
        } catch (ReflectiveOperationException noAgentOrAnOlderOne) {
            return null;
        }
    }
}
