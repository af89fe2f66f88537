package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.RealRecording;
import dev.tricolor.dashboard.gc.Pause;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.log.SessionLog;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON API over real HTTP, on a real recording of this JVM. */
class WebApiTest {

    @TempDir
    Path folder;

    private WebFixture web;
    private SessionLog log;
    private String session;

    @BeforeEach
    void start() throws Exception {
        web = WebFixture.start(folder.resolve("data"));
        log = web.ended("real", RealRecording.bytes(), Map.of("run", "r1"));
        session = "/api/sessions/" + log.meta().id();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    /** JFR writes a pause when its collection has ended, so the first one may lie before what the recording covers. */
    private Timeline covered() {
        return timeline().within(timeline().span().orElseThrow());
    }

    @Test
    void sessions_listsEachWithItsStateAndFigures() throws Exception {
        web.open("fresh", Map.of());
        JsonNode all = web.json("/api/sessions").path("sessions");
        assertThat(all).hasSize(2);
        assertThat(all.findValuesAsText("name")).containsExactlyInAnyOrder("real", "fresh");
        JsonNode real = bySession(all, "real");
        assertThat(real.at("/session/state").asText()).isEqualTo("ended");
        assertThat(real.at("/summary/pauses/value").asLong())
                .isEqualTo(covered().pauses().size());
        JsonNode fresh = bySession(all, "fresh");
        assertThat(fresh.at("/session/state").asText()).isEqualTo("live");
        assertThat(fresh.at("/summary/pauses/missing").asText()).contains("no data yet");
    }

    @Test
    void session_hasTheSummaryWithInstruments() throws Exception {
        JsonNode one = web.json(session);
        assertThat(one.at("/summary/pauses/count/value").asLong())
                .isEqualTo(covered().pauses().size());
        assertThat(one.at("/summary/pauses/count/instrument").asText()).contains("jdk.GCPhasePause");
        assertThat(one.at("/summary/cpu/gcShare/missing").asText()).isNotEmpty();
        assertThat(one.at("/summary/cpu/gcShare/value").isMissingNode()).isTrue();
    }

    @Test
    void events_areExactToTheNanosecond() throws Exception {
        JsonNode pauses = web.json(session + "/events/pauses").path("events");
        List<Pause> expected = timeline().pauses();
        assertThat(pauses).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            Pause p = expected.get(i);
            JsonNode j = pauses.get(i);
            assertThat(j.path("iso").asText()).isEqualTo(p.at().toString());
            assertThat(j.path("start").decimalValue()).isEqualByComparingTo(Json.seconds(p.at()));
            assertThat(j.path("durationNs").asLong()).isEqualTo(p.duration().toNanos());
            assertThat(j.path("gcId").asInt()).isEqualTo(p.gcId());
            assertThat(j.path("name").asText()).isEqualTo(p.name());
        }
    }

    @Test
    void events_ofAStretchAreThoseThatTouchIt() throws Exception {
        Pause some = timeline().pauses().get(timeline().pauses().size() / 2);
        String from = Json.seconds(some.at()).toPlainString();
        String to = Json.seconds(some.end()).toPlainString();
        JsonNode hit = web.json(session + "/events/pauses?from=" + from + "&to=" + to);
        assertThat(hit.path("events").findValuesAsText("gcId")).contains(String.valueOf(some.gcId()));
        assertThat(hit.path("count").asInt()).isLessThan(timeline().pauses().size());
    }

    @Test
    void panels_showEachPauseOnce() throws Exception {
        JsonNode panels = web.json(session + "/panels");
        assertThat(panels.path("panels").findValuesAsText("id")).contains("heap", "held-up", "collections", "mmu");
        JsonNode heldUp = panels.at("/data/held-up/rows");
        long drawn = 0;
        for (JsonNode v : heldUp.at("/y/pause")) {
            drawn += v.isNull() ? 0 : 1;
        }
        assertThat(drawn).isEqualTo(covered().pauses().size());
        assertThat(heldUp.path("leftOut").asLong()).isZero();
    }

    @Test
    void panels_withoutTheirInstrumentSayWhyAndNeverZero() throws Exception {
        JsonNode data = web.json(session + "/panels").path("data");
        assertThat(data.at("/processors/data/why").asText()).startsWith("Not available: ");
        assertThat(data.at("/memory/data/why").asText()).startsWith("Not available: ");
        assertThat(data.at("/observer/data/why").asText()).startsWith("Not available: ");
    }

    @Test
    void recording_isTheBytesThatCame() throws Exception {
        byte[] saved = web.bytes(session + "/recording.jfr");
        assertThat(saved).isEqualTo(RealRecording.bytes());
        Path file = Files.write(folder.resolve("saved.jfr"), saved);
        Path original = Files.write(folder.resolve("original.jfr"), RealRecording.bytes());
        assertThat(RealRecording.counts(file)).isEqualTo(RealRecording.counts(original));
    }

    @Test
    void delete_removesTheSession() throws Exception {
        assertThat(web.send("DELETE", session).statusCode()).isEqualTo(204);
        assertThat(web.get(session).statusCode()).isEqualTo(404);
        assertThat(web.json("/api/sessions").path("sessions")).isEmpty();
    }

    @Test
    void contrast_comparesTheNewestRun() throws Exception {
        web.ended("second", RealRecording.bytes(), Map.of("run", "r2"));
        web.ended("third", RealRecording.bytes(), Map.of("run", "r2"));
        JsonNode newest = web.json("/api/contrast");
        assertThat(newest.path("run").asText()).isEqualTo("r2");
        assertThat(newest.path("rows").findValuesAsText("name")).containsExactly("second", "third");
        JsonNode named = web.json("/api/contrast?run=r1");
        assertThat(named.path("rows").findValuesAsText("name")).containsExactly("real");
        JsonNode chosen = web.json("/api/contrast?sessions=" + log.meta().id());
        assertThat(chosen.at("/rows/0/cells/stopped/parts/0/value").asLong())
                .isEqualTo(web.json(session).at("/summary/pauses/sum/value").asLong());
    }

    @Test
    void errors_sayWhatToDo() throws Exception {
        problem(web.get("/api/sessions/nonsense"), 400, "not a session id");
        problem(web.get("/api/sessions/" + UUID.randomUUID()), 404, "/api/sessions lists them");
        problem(web.get(session + "/events/hiccups"), 404, "pauses");
        problem(web.get(session + "/panels?window=yesterday"), 400, "5m");
        problem(web.get(session + "/panels?from=2&to=1"), 400, "before");
        problem(web.get(session + "/panels?from=x&to=1"), 400, "epoch seconds");
        problem(web.get("/api/contrast?run=none"), 404, "r1");
        problem(web.get("/api/nowhere"), 404, "/api/nowhere");
    }

    @Test
    void live_tellsConfigurationThenDataThenOnlyWhatChanges() throws Exception {
        byte[] recording = RealRecording.asSent(RealRecording.bytes());
        List<byte[]> chunks = RealRecording.chunks(RealRecording.bytes());
        SessionLog live = web.open("live", Map.of());
        int first = chunks.get(0).length;
        live.append(0, recording, first);
        String path = "/api/sessions/" + live.meta().id() + "/live?window=all";
        try (BufferedReader events = new BufferedReader(
                new InputStreamReader(URI.create(web.url(path)).toURL().openStream(), StandardCharsets.UTF_8))) {
            assertThat(next(events, "config").path("panels")).isNotEmpty();
            long before = 0;
            JsonNode data;
            do { // panels come as they are ready
                data = next(events, "data").at("/data/held-up");
            } while (data.isMissingNode());
            before = data.at("/rows/x").size();
            assertThat(data.path("keep").asInt()).isZero();
            byte[] rest = java.util.Arrays.copyOfRange(recording, first, recording.length);
            live.append(first, rest, rest.length);
            do {
                data = next(events, "data").at("/data/held-up");
            } while (data.isMissingNode());
            assertThat(data.path("keep").asLong()).isEqualTo(before);
            assertThat(data.path("drop").asLong()).isZero();
            Timeline whole = web.timelines().current(live.meta().id()).timeline();
            Timeline all = whole.within(whole.span().orElseThrow());
            assertThat(before + data.at("/rows/x").size())
                    .isEqualTo((long) all.pauses().size() + all.safepoints().size());
        }
    }

    private static JsonNode next(BufferedReader events, String name) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        boolean here = false;
        for (String line = events.readLine(); line != null && System.nanoTime() < end; line = events.readLine()) {
            if (line.startsWith("event: ")) {
                here = line.equals("event: " + name);
            } else if (here && line.startsWith("data: ")) {
                return WebFixture.JSON.readTree(line.substring(6));
            }
        }
        throw new AssertionError("no event " + name + " came");
    }

    private Timeline timeline() {
        return web.timelines().current(log.meta().id()).timeline();
    }

    private static JsonNode bySession(JsonNode all, String name) {
        for (JsonNode s : all) {
            if (s.at("/session/name").asText().equals(name)) {
                return s;
            }
        }
        throw new AssertionError("no session " + name);
    }

    static void problem(HttpResponse<String> response, int status, String detail) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode body = WebFixture.JSON.readTree(response.body());
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("detail").asText()).contains(detail);
    }
}
