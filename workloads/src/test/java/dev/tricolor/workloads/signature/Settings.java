package dev.tricolor.workloads.signature;

import dev.tricolor.workloads.spec.Evidence;
import dev.tricolor.workloads.spec.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A JFR settings file (.jfc) that turns on what a signature needs and nothing else, without thresholds. */
final class Settings {
    private Settings() {}

    static Path write(Path file, Signature signature) throws IOException {
        Set<String> events = new TreeSet<>(Set.of("tricolor.WorkloadStart", "tricolor.WorkloadResult"));
        for (Evidence evidence : signature.evidence()) {
            events.add(evidence.measure().event());
        }
        String settings = events.stream().map(name -> """
                                  <event name="%s">
                                    <setting name="enabled">true</setting>
                                    <setting name="threshold">0 ns</setting>
                                    <setting name="period">100 ms</setting>
                                    <setting name="stackTrace">false</setting>
                                  </event>
                                """.formatted(name)).collect(Collectors.joining());
        return Files.writeString(
                file,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration version=\"2.0\" label=\"signature\">\n"
                        + settings + "</configuration>\n");
    }
}
