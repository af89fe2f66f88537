package dev.tricolor.dashboard.decode.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.GoHistogram;
import dev.tricolor.dashboard.gc.GoMetric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/go-metrics.md names exactly what is used. */
class GoMetricsPageTest {

    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/go-metrics.md");

    private static Set<String> rows(String regex) throws Exception {
        Set<String> found = new TreeSet<>();
        Matcher m = Pattern.compile(regex, Pattern.MULTILINE).matcher(Files.readString(PAGE));
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    @Test
    void metrics() throws Exception {
        Set<String> used = new TreeSet<>();
        for (GoMetric m : GoMetric.values()) {
            used.add(m.id());
        }
        for (GoHistogram h : GoHistogram.values()) {
            used.add(h.id());
            used.add(h.olderId());
        }
        assertThat(rows("`(/[a-z/-]+:[a-z-]+)`")).isEqualTo(used);
    }

    @Test
    void lines() throws Exception {
        assertThat(rows("^\\| `([a-z]+)` \\|")).isEqualTo(new TreeSet<>(GoLines.types()));
    }
}
