package dev.tricolor.dashboard.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Allocates until a file appears, then stops every recording, dumps each to a file of its own and ends. Arguments: the file
 * to wait for, and the folder for the dumps.
 */
public final class DumpingApp {

    private static final int KEPT = 200;

    private DumpingApp() {}

    public static void main(String[] args) throws Exception {
        Path stop = Path.of(args[0]);
        Path dumps = Path.of(args[1]);
        List<byte[]> kept = new ArrayList<>();
        long round = 0;
        while (!Files.exists(stop)) {
            for (int i = 0; i < 2_000; i++) {
                byte[] b = new byte[1 << 12];
                if (i % 50 == 0) {
                    kept.add(b);
                }
            }
            if (kept.size() > KEPT) {
                kept.clear();
            }
            if (round++ % 200 == 0) {
                System.gc();
            }
            Thread.onSpinWait();
        }
        for (Recording r : FlightRecorder.getFlightRecorder().getRecordings()) {
            r.stop();
            r.dump(dumps.resolve("dump-" + r.getId() + ".jfr"));
        }
        System.out.println("dumped");
    }
}
