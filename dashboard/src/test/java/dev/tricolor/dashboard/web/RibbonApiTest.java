package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.RealRecording;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cycle ribbon and the algorithm cards over real HTTP, on a real recording of this JVM. */
class RibbonApiTest {

    @TempDir
    Path folder;

    private WebFixture web;
    private SessionLog log;

    @BeforeEach
    void start() throws Exception {
        web = WebFixture.start(folder.resolve("data"));
        log = web.ended("real", RealRecording.bytes(), Map.of("run", "r1"));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void ribbon_isDescribedLikeAnyPanel_andItsBarsAreCollectionsThatHappened() throws Exception {
        JsonNode contrast = web.json("/api/contrast");
        JsonNode spec = byId(contrast.path("panels"), "ribbon");
        assertThat(spec.path("kind").asText()).isEqualTo("ribbon");
        assertThat(spec.at("/series/0/of").asText()).isEqualTo(log.meta().id().toString());
        JsonNode lanes = contrast.at("/data/ribbon/data/lanes");
        assertThat(lanes).hasSize(1);
        assertThat(lanes.get(0).path("why").asText()).isEmpty();
        assertThat(lanes.get(0).path("bars")).isNotEmpty();
        Timeline timeline = web.timelines().current(log.meta().id()).timeline();
        for (JsonNode bar : lanes.get(0).path("bars")) {
            Cycle c = timeline.cycles().stream()
                    .filter(x -> x.gcId() == bar.path("gcId").asInt())
                    .findFirst()
                    .orElseThrow();
            assertThat(bar.path("lengthNs").asLong()).isEqualTo(c.duration().toNanos());
            assertThat(bar.path("name").asText()).isEqualTo(c.name());
            List<Long> whole = timeline.cycles().stream()
                    .filter(x -> x.kind() == c.kind())
                    .filter(x -> timeline.covered().stream()
                            .anyMatch(
                                    i -> !x.at().isBefore(i.from()) && !x.end().isAfter(i.to())))
                    .map(x -> x.duration().toNanos())
                    .sorted()
                    .toList();
            assertThat(bar.path("count").asInt()).isEqualTo(whole.size());
            assertThat(bar.path("shortestNs").asLong()).isEqualTo(whole.get(0));
            assertThat(bar.path("lengthNs").asLong()).isEqualTo(whole.get((whole.size() - 1) / 2));
            for (JsonNode part : bar.path("parts")) {
                assertThat(part.path("fromNs").asLong()).isNotNegative();
                assertThat(part.path("fromNs").asLong() + part.path("lengthNs").asLong())
                        .isLessThanOrEqualTo(bar.path("extentNs").asLong());
            }
        }
    }

    @Test
    void ribbon_withoutACollectionSaysWhy() throws Exception {
        SessionLog fresh = web.open("fresh", Map.of());
        JsonNode lane = web.json("/api/contrast?sessions=" + fresh.meta().id()).at("/data/ribbon/data/lanes/0");
        assertThat(lane.path("bars")).isEmpty();
        assertThat(lane.path("why").asText()).isEqualTo("the recording holds no data yet");
    }

    @Test
    void algorithms_areServedWithTheirColourAndSources() throws Exception {
        JsonNode all = web.json("/api/algorithms").path("algorithms");
        assertThat(all.findValuesAsText("id"))
                .containsExactly(
                        "serial",
                        "parallel",
                        "g1",
                        "zgc",
                        "zgc-generational",
                        "shenandoah",
                        "shenandoah-generational",
                        "epsilon",
                        "go");
        JsonNode g1 = byId(all, "g1");
        assertThat(g1.path("colour").asText()).isEqualTo("#0072B2");
        assertThat(g1.path("storeBarrier").asText()).contains("snapshot at the beginning");
        assertThat(g1.at("/sources/0/text").asText()).contains("Garbage-First");
    }

    private static JsonNode byId(JsonNode all, String id) {
        for (JsonNode n : all) {
            if (n.path("id").asText().equals(id)) {
                return n;
            }
        }
        throw new AssertionError("no " + id + " in " + all.findValuesAsText("id"));
    }
}
