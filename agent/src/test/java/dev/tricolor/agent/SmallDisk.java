package dev.tricolor.agent;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system of 100 MB that only one process sees, in a mount namespace of its own, and that is gone with it. Needs no
 * root where the kernel lets users make namespaces.
 */
final class SmallDisk {

    private static final String MOUNT = "mount -t tmpfs -o size=100m tmpfs \"$0\" && exec \"$@\"";

    private SmallDisk() {}

    /** What goes before a command so that it finds the small disk at {@code folder}. */
    static List<String> at(Path folder) throws IOException, InterruptedException {
        for (String namespaces : new String[] {"-rm", "-m"}) { // as user, as root
            List<String> prefix = List.of("unshare", namespaces, "sh", "-c", MOUNT, folder.toString());
            if (works(prefix)) {
                return prefix;
            }
        }
        String line = "SKIPPED: no small disk to fill: neither this user nor root may mount one in a namespace";
        System.err.println(line);
        if ("all".equals(System.getenv("TRICOLOR_REQUIRE"))) {
            fail(line);
        }
        Assumptions.abort(line);
        return List.of();
    }

    private static boolean works(List<String> prefix) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }
}
