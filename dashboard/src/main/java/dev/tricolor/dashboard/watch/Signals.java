package dev.tricolor.dashboard.watch;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Hands signals on to a child instead of ending by them. SIGINT and SIGHUP that a terminal sends reach the child by themselves,
 * since it is in the same group of processes; handing them on would double them.
 *
 * <p>By reflection, since {@code sun.misc.Signal} is supported by every JDK but may not be named where warnings are errors.
 */
final class Signals {

    private static final List<String> HANDED_ON = List.of("INT", "TERM", "HUP");

    private Signals() {}

    /** From now on these signals go to the process {@code pid}. */
    static void handOnTo(long pid) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : HANDED_ON) {
                Object handsOn =
                        Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, (p, m, a) -> {
                            if (m.getName().equals("handle")) {
                                handOn(name, pid);
                                return null;
                            }
                            return m.getName().equals("hashCode") ? Integer.valueOf(name.hashCode()) : null;
                        });
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), handsOn);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java does not let us handle signals", e);
        }
    }

    private static void handOn(String name, long pid) throws IOException {
        if (name.equals("TERM") || !fromTerminal()) {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** Whether we are in the foreground of a terminal, from where such a signal then most likely comes. */
    private static boolean fromTerminal() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            return fields[2].equals(fields[5]); // our group of processes, and the terminal's
        } catch (IOException e) {
            return false;
        }
    }
}
