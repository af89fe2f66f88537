package dev.tricolor.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar is small and holds nothing but the agent. */
class JarIT {

    private static final Path JAR = Path.of(System.getProperty("tricolor.agent.jar"));

    @Test
    void jar_isAtMost64Kilobytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(64 << 10);
    }

    @Test
    void jar_holdsOnlyTheAgent() throws IOException {
        try (ZipFile zip = new ZipFile(JAR.toFile())) {
            assertThat(zip.stream().filter(e -> !e.isDirectory()))
                    .allMatch(e -> e.getName().startsWith("dev/tricolor/agent/")
                            || e.getName().equals("META-INF/MANIFEST.MF"));
        }
    }
}
