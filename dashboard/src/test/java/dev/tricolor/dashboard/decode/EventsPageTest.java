package dev.tricolor.dashboard.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.decode.event.EventDecoders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/events.md names exactly what is recorded, and everything that is decoded is recorded. */
class EventsPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static Set<String> all(Path file, String regex) throws Exception {
        Set<String> found = new TreeSet<>();
        Matcher m = Pattern.compile(regex).matcher(Files.readString(file));
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    private static Set<String> settings(String enabled) throws Exception {
        return all(
                ROOT.resolve("agent/src/main/resources/dev/tricolor/agent/tricolor.jfc"),
                "<event name=\"([^\"]+)\">\\s*<setting name=\"enabled\">" + enabled);
    }

    @Test
    void thePageNamesExactlyWhatTheSettingsName() throws Exception {
        Set<String> page = all(ROOT.resolve("docs/events.md"), "`((?:jdk|tricolor)\\.\\w+)`");
        Set<String> settings = settings("true");
        settings.addAll(settings("false"));
        page.remove("jdk.GCPhaseParallel"); // named as an example of what is not in the settings
        page.remove("tricolor.jfc");
        assertThat(page).isEqualTo(settings);
    }

    @Test
    void whatIsDecodedIsRecorded() throws Exception {
        assertThat(settings("true")).containsAll(EventDecoders.types());
    }
}
