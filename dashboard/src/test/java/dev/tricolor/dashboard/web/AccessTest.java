package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and what a page may load. */
class AccessTest {

    @TempDir
    Path folder;

    @Test
    void hostOfAStranger_isRefused() throws Exception {
        try (WebFixture web = WebFixture.start(folder)) {
            for (String host : List.of("evil.example", "evil.example:7979", "localhost.evil.example")) {
                assertThat(statusLine(web, host)).as(host).contains(" 421 ");
            }
            for (String host : List.of("localhost", "localhost:7979", "127.0.0.1", "[::1]:7979", "LOCALHOST")) {
                assertThat(statusLine(web, host)).as(host).contains(" 200 ");
            }
        }
    }

    @Test
    void pagesOfOtherSites_areRefused() throws Exception {
        try (WebFixture web = WebFixture.start(folder)) {
            HttpResponse<String> r = web.send("DELETE", "/api/sessions/x", "Origin", "https://evil.example");
            WebApiTest.problem(r, 403, "evil.example");
            assertThat(web.get("/api/sessions", "Origin", "http://localhost:7979")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void token_isWantedWhereConfigured() throws Exception {
        WebOptions options = new WebOptions("127.0.0.1", 0, Optional.of("s3cret"));
        try (WebFixture web = WebFixture.start(folder, options)) {
            WebApiTest.problem(web.get("/api/sessions"), 401, "Bearer");
            WebApiTest.problem(web.get("/api/sessions", "Authorization", "Bearer wrong"), 401, "Bearer");
            WebApiTest.problem(web.get("/api/sessions?token=s3cret"), 401, "Bearer");
            assertThat(web.get("/api/sessions", "Authorization", "Bearer s3cret")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> page = web.get("/?token=s3cret");
            assertThat(page.statusCode()).isEqualTo(302);
            String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Strict");
            assertThat(web.get("/api/sessions", "Cookie", cookie.split(";")[0]).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void pages_loadNothingInlineAndNothingFromElsewhere() throws Exception {
        try (WebFixture web = WebFixture.start(folder)) {
            for (String path : List.of("/", "/sessions", "/sessions/x", "/static/css/base.css", "/static/js/api.js")) {
                HttpResponse<String> r = web.get(path);
                assertThat(r.statusCode()).as(path).isEqualTo(200);
                assertThat(r.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .hasValue(Access.CONTENT_SECURITY_POLICY);
                assertThat(r.body()).as(path).doesNotContain("https://").doesNotContain(" style=\"");
            }
            assertThat(web.get("/lib/uplot/uPlot.esm.js").body()).contains("uPlot");
        }
    }

    @Test
    void takenPort_isSaidInWords() throws Exception {
        try (WebFixture web = WebFixture.start(folder.resolve("a"))) {
            int port = web.server().port();
            assertThatThrownBy(() -> WebFixture.start(
                            folder.resolve("b"), WebOptions.defaults().withPort(port)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--port");
        }
    }

    /** By a plain socket: Java's own client sets Host itself. */
    private static String statusLine(WebFixture web, String host) throws IOException {
        try (Socket s = new Socket("127.0.0.1", web.server().port())) {
            s.getOutputStream()
                    .write(("GET /api/sessions HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            s.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }
}
