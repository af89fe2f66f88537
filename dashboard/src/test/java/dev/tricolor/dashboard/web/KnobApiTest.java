package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.log.SessionLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Turning a knob over HTTP: who may, what is taken, and how it reaches the agent. */
class KnobApiTest {

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private WebFixture web;
    private SessionLog log;

    @BeforeEach
    void start() throws Exception {
        web = WebFixture.start(folder);
        log = web.open("running", Map.of());
        log.append(0, new byte[0], 0);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private HttpResponse<String> turn(String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(web.url("/api/sessions/" + log.meta().id() + "/knob")))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What an agent gets that appends nothing. */
    private String append(String more) throws Exception {
        return web.send("POST", "/api/sessions/" + log.meta().id() + "/log?offset=0" + more)
                .body();
    }

    @Test
    void aCommand_goesWithEachAnswerUntilItIsAcknowledged_oneAfterTheOther() throws Exception {
        JsonNode first = WebFixture.JSON.readTree(turn("{\"gogc\": 50}").body());
        JsonNode second = WebFixture.JSON.readTree(turn("{\"restore\": true}").body());
        long a = first.path("id").asLong();
        long b = second.path("id").asLong();
        assertThat(b).isGreaterThan(a);
        assertThat(append("")).isEqualTo("offset=0\ncommand=" + a + " gogc 50\n");
        assertThat(append("")).isEqualTo("offset=0\ncommand=" + a + " gogc 50\n");
        assertThat(append("&ack=" + a)).isEqualTo("offset=0\ncommand=" + b + " restore\n");
        assertThat(append("&ack=" + b)).isEqualTo("offset=0\n");
        assertThat(append("&ack=" + b)).isEqualTo("offset=0\n");
    }

    @Test
    void theKnob_saysWhatWaitsAndWhyItCannotBeTurned() throws Exception {
        turn("{\"gogc\": \"off\"}");
        JsonNode knob = web.json("/api/sessions/" + log.meta().id() + "/knob");
        assertThat(knob.path("waiting").get(0).asText()).isEqualTo("gogc off");
        assertThat(knob.path("may").asBoolean()).isFalse();
        assertThat(knob.path("why").asText()).contains("has not said yet");
        log.end("exit");
        assertThat(web.json("/api/sessions/" + log.meta().id() + "/knob")
                        .path("why")
                        .asText())
                .isEqualTo("the session has ended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"gogc\": NaN}           | no JSON",
                "{\"gogc\": \"NaN\"}       | from 10 to 1000",
                "{\"gogc\": -50}           | from 10 to 1000",
                "{\"gogc\": 0}             | from 10 to 1000",
                "{\"gogc\": 1e99}          | from 10 to 1000",
                "{\"gogc\": 50.5}          | from 10 to 1000",
                "{\"gogc\": null}          | from 10 to 1000",
                "{\"memlimit\": 1000}      | takes no memory limit",
                "{\"restore\": false}      | restore is true",
                "{\"gogc\": 50, \"restore\": true} | names one thing",
                "{\"gogc 50\\nx\": 50}     | There is no",
                "[]                        | names one thing",
                "50                        | names one thing",
                "gogc=50                   | no JSON"
            })
    void whatMakesNoSense_isRefusedWithTheReason_andNothingWaits(String body, String why) throws Exception {
        HttpResponse<String> answer = turn(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(WebFixture.JSON.readTree(answer.body()).path("detail").asText())
                .contains(why);
        assertThat(append("")).isEqualTo("offset=0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:80", "https://elsewhere.example", "null"})
    void anotherOrigin_mayNotTurn(String origin) throws Exception {
        assertThat(turn("{\"gogc\": 50}", "Origin", origin).statusCode()).isEqualTo(403);
        assertThat(append("")).isEqualTo("offset=0\n");
    }

    @Test
    void itsOwnOrigin_mayTurn() throws Exception {
        assertThat(turn("{\"gogc\": 50}", "Origin", web.url("")).statusCode()).isEqualTo(202);
    }

    @Test
    void aFormOfAnotherSite_mayNotTurn() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(
                        URI.create(web.url("/api/sessions/" + log.meta().id() + "/knob")))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"gogc\": 50}"))
                .build();
        assertThat(http.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void anEndedSession_cannotBeTurned() throws Exception {
        log.end("exit");
        assertThat(turn("{\"gogc\": 50}").statusCode()).isEqualTo(409);
    }

    @Test
    void whereTooManyWait_theNextIsRefused() throws Exception {
        for (int i = 0; i < 16; i++) {
            assertThat(turn("{\"gogc\": 50}").statusCode()).isEqualTo(202);
        }
        assertThat(turn("{\"gogc\": 50}").statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"memlimit\": 200000000}  | memlimit 200000000",
                "{\"memlimit\": \"off\"}    | memlimit off",
                "{\"gogc\": 100}            | gogc 100",
                "{\"gogc\": 1}              | gogc 1",
                "{\"gogc\": 100000}         | gogc 100000"
            })
    void aGoProcess_takesAMemoryLimitToo(String body, String command) {
        assertThat(KnobRequest.command(body, true, 100_000_000)).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"memlimit\": 99999999}",
                "{\"memlimit\": -1}",
                "{\"memlimit\": 1e30}",
                "{\"memlimit\": \"512MiB\"}"
            })
    void aLimitBelowTheLiveSet_orNone_isRefused(String body) {
        assertThatThrownBy(() -> KnobRequest.command(body, true, 100_000_000))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Nothing was set");
    }
}
