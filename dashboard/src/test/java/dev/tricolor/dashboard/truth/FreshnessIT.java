package dev.tricolor.dashboard.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.real.RealApp;
import dev.tricolor.dashboard.real.RealJdks;
import dev.tricolor.dashboard.real.ServeProcess;
import dev.tricolor.dashboard.run.Jdk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the end of a pause in the application to its point on the page in a real browser: 99 % within 2.5 s. */
class FreshnessIT {

    private static final double SECONDS_AT_MOST = 2.5;
    private static final int ENOUGH = 120;

    /** Notes, at each frame, the pauses that the panel has drawn since the last one: [end of the pause, now], in s. */
    private static final String WATCH = """
            () => {
              const seen = new Set();
              window.arrivals = [];
              let first = true;
              const look = () => {
                const table = document.querySelector("#panel-held-up")?.table;
                if (table?.x) {
                  const now = Date.now() / 1000;
                  table.x.forEach((x, i) => {
                    const ns = table.y.pause?.[i];
                    if (ns == null || seen.has(x)) return;
                    seen.add(x);
                    if (!first) window.arrivals.push([x + ns / 1e9, now]);
                  });
                  if (table.x.length) first = false;
                }
                requestAnimationFrame(look);
              };
              look();
            }
            """;

    @TempDir
    Path folder;

    static Stream<Jdk> jdks() {
        return RealJdks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aPauseIsOnThePageSoon(Jdk jdk) throws Exception {
        Path chromium = Needs.chromium();
        try (ServeProcess dashboard = ServeProcess.start(folder.resolve("data"));
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Process app = RealApp.workload(jdk)
                    .jvm(List.of("-XX:+UseG1GC", "-Xms64m", "-Xmx64m"))
                    .agent(dashboard.url(), "name=fresh")
                    .args("churn", "--duration=120s", "--warmup=0%", "--live=8m", "--threads=1", "--rate=6m")
                    .start();
            try {
                report(jdk, arrivals(browser.newPage(), dashboard.url() + "/sessions/" + sessionId(dashboard)));
            } finally {
                app.destroyForcibly().waitFor();
            }
        }
    }

    private static List<Double> arrivals(Page page, String url) {
        page.navigate(url);
        page.evaluate(WATCH);
        await().atMost(Duration.ofSeconds(60)).pollInterval(1, TimeUnit.SECONDS).until(() -> {
            Object n = page.evaluate("() => window.arrivals.length");
            return ((Number) n).intValue() >= ENOUGH;
        });
        List<Double> delays = new ArrayList<>();
        for (Object pair : (List<?>) page.evaluate("() => window.arrivals")) {
            List<?> two = (List<?>) pair;
            delays.add(((Number) two.get(1)).doubleValue() - ((Number) two.get(0)).doubleValue());
        }
        Collections.sort(delays);
        return delays;
    }

    private static void report(Jdk jdk, List<Double> delays) {
        double p50 = delays.get(delays.size() / 2);
        double p99 = delays.get((int) Math.ceil(delays.size() * 0.99) - 1);
        double max = delays.get(delays.size() - 1);
        System.out.printf(
                "freshness: JDK %d: %d pauses, from their end to the page p50 %.2f s, p99 %.2f s, max %.2f s%n",
                jdk.feature(), delays.size(), p50, p99, max);
        assertThat(delays.get(0)).as("no pause is drawn before it has ended").isPositive();
        assertThat(p99).isLessThanOrEqualTo(SECONDS_AT_MOST);
    }

    private static String sessionId(ServeProcess dashboard) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest list = HttpRequest.newBuilder(URI.create(dashboard.url() + "/api/sessions"))
                .build();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            JsonNode all = new ObjectMapper()
                                    .readTree(http.send(list, HttpResponse.BodyHandlers.ofString())
                                            .body());
                            return all.findPath("id").asText("");
                        },
                        id -> !id.isEmpty());
    }
}
