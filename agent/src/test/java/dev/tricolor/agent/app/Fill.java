package dev.tricolor.agent.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Once the agent records, fills the disk and waits until the recording's chunks are gone. */
public final class Fill {

    public static void main(String[] arguments) throws Exception {
        while (chunks() == 0) {
            Thread.onSpinWait();
        }
        Files.write(
                Path.of(arguments[0]),
                new byte[Integer.parseInt(arguments[1]) / 4],
                java.nio.file.StandardOpenOption.CREATE);
        for (int i = 0; i < 3; i++) {
            Files.write(
                    Path.of(arguments[0]),
                    new byte[Integer.parseInt(arguments[1]) / 4],
                    java.nio.file.StandardOpenOption.APPEND);
        }
        while (chunks() > 0) {
            Churn.LIVE[0] = new byte[1000];
        }
        System.out.println("REPOSITORY_EMPTY");
        System.out.println("MAIN_ENDED=" + System.currentTimeMillis());
    }

    private static int chunks() {
        String folder = System.getProperty("jdk.jfr.repository");
        String[] names = folder == null ? null : new File(folder).list();
        return names == null ? 0 : names.length;
    }
}
