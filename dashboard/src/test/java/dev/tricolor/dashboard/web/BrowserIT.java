package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.real.RealApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real Chromium, on sessions that the real agent sent from real workloads.
 *
 * <p>With {@code TRICOLOR_SCREENSHOTS=FOLDER} in the environment it also leaves pictures of the pages there.
 */
class BrowserIT {

    private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1");

    @TempDir
    static Path folder;

    private static WebFixture web;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startEverything() throws Exception {
        Path chromium = Needs.chromium();
        web = WebFixture.start(folder.resolve("data"));
        for (String collector : COLLECTORS) {
            RealApp.workload(Needs.runningJdk())
                    .jvm(List.of("-XX:+Use" + collector + "GC", "-Xmx96m"))
                    .agent(web.url(""), "name=" + collector + ",start=sync,label.run=contrast")
                    .args("churn", "--ops=4m", "--warmup=0%", "--live=16m", "--threads=2")
                    .runToEnd();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> web.store().sessions().stream()
                                .filter(s -> s.meta().ended().isPresent())
                                .count()
                        == COLLECTORS.size());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void stopEverything() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (web != null) {
            web.close();
        }
    }

    @BeforeEach
    void openPage() {
        open(1440, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingInTheConsole() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void contrast_showsTheNumbersOfTheApi_andLeadsToASession() throws Exception {
        page.navigate(web.url("/?run=contrast"));
        awaitPanels();
        JsonNode api = web.json("/api/contrast?run=contrast");
        Locator rows = page.locator("#contrast-table tbody tr");
        PlaywrightAssertions.assertThat(rows).hasCount(COLLECTORS.size());
        for (int i = 0; i < COLLECTORS.size(); i++) {
            JsonNode row = api.path("rows").get(i);
            assertThat(rows.nth(i).locator("td").first().innerText())
                    .contains(row.path("label").asText());
            for (String column : List.of("throughput", "gc-cpu", "pauses", "stopped", "peak-rss")) {
                String shown =
                        rows.nth(i).locator("[data-column=" + column + "]").innerText();
                assertThat(shown).as(column).isEqualTo(text(row.path("cells").path(column)));
            }
        }
        assertThat(page.locator("h1").innerText()).startsWith("churn");
        page.locator("#contrast-table tbody a").first().click();
        page.waitForURL("**/sessions/*");
        awaitPanels();
        assertThat(page.locator("h1").innerText()).contains("Serial");
    }

    @Test
    void contrast_drawsOneCollectionOfEachToScale_andShowsTheirCards() throws Exception {
        page.navigate(web.url("/?run=contrast"));
        awaitPanels();
        List<JsonNode> expected = new ArrayList<>();
        web.json("/api/contrast?run=contrast")
                .at("/data/ribbon/data/lanes")
                .forEach(lane -> lane.path("bars").forEach(expected::add));
        Locator bars = page.locator("#panel-ribbon .bar");
        assertThat(expected).hasSizeGreaterThanOrEqualTo(COLLECTORS.size());
        PlaywrightAssertions.assertThat(bars).hasCount(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(bars.nth(i).getAttribute("data-length-ns"))
                    .isEqualTo(expected.get(i).path("lengthNs").asText());
            assertThat(bars.nth(i).getAttribute("aria-label"))
                    .contains(expected.get(i).path("cause").asText());
        }
        String offScale = "(() => { const p = document.querySelector('#panel-ribbon').plot;"
                + " const scale = (p.right - p.left) / p.axisNs;"
                + " return [...p.svg.querySelectorAll('[data-ns]')].filter(r =>"
                + " Math.abs(r.getAttribute('width') - Math.max(1.5, r.dataset.ns * scale)) > 0.01).length; })()";
        assertThat(page.locator("#panel-ribbon [data-ns]").count()).isGreaterThanOrEqualTo(expected.size());
        assertThat(number(offScale)).isZero();
        page.locator("#panel-ribbon").focus();
        page.keyboard().press("ArrowRight");
        PlaywrightAssertions.assertThat(page.locator("#panel-ribbon .readout")).containsText("stopped");
        PlaywrightAssertions.assertThat(page.locator(".card[open]")).hasCount(COLLECTORS.size());
        PlaywrightAssertions.assertThat(page.locator(".card:not([open])")).hasCount(9 - COLLECTORS.size());
        page.locator(".chips .chip").first().click();
        PlaywrightAssertions.assertThat(bars).not().hasCount(expected.size());
    }

    @Test
    void session_drawsWhatTheApiSays() throws Exception {
        SessionLog g1 = session("G1");
        String api = "/api/sessions/" + g1.meta().id();
        page.navigate(web.url("/sessions/" + g1.meta().id()));
        awaitPanels();
        assertThat(number("document.querySelector('#panel-held-up').table.y.pause.filter(v => v !== null).length"))
                .isEqualTo(web.json(api + "/events/pauses").path("count").asLong());
        assertThat(number("document.querySelector('#panel-heap').table.y.used.filter(v => v !== null).length"))
                .isEqualTo(web.json(api + "/events/heap").path("count").asLong());
        JsonNode now = web.json(api + "/panels").at("/data/now/data/rows");
        Locator values = page.locator("#panel-now dd");
        for (int i = 0; i < now.size(); i++) {
            JsonNode row = now.get(i);
            String missing = row.path("missing").asText();
            assertThat(values.nth(i).innerText())
                    .as(row.path("label").asText())
                    .isEqualTo(missing.isEmpty() ? text(row) : "not available: " + missing);
        }
        assertThat(page.locator(".panel[data-state=data] canvas").count()).isGreaterThanOrEqualTo(7);
        assertThat(page.locator("tricolor-header .state").innerText()).startsWith("ended");
    }

    @Test
    void zoomingOnePanel_zoomsAll_andTheUrlHoldsIt() throws Exception {
        page.navigate(web.url("/sessions/" + session("Parallel").meta().id()));
        awaitPanels();
        List<Object> whole = range("heap");
        page.locator("#panel-heap").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowLeft");
        PlaywrightAssertions.assertThat(page.locator("#panel-heap .readout")).containsText("used");
        PlaywrightAssertions.assertThat(page.locator("#panel-memory .readout")).containsText("resident");
        page.keyboard().press("+");
        page.waitForURL("**zoom=**");
        List<Object> zoomed = range("heap");
        assertThat(zoomed).isNotEqualTo(whole);
        for (String panel : List.of("held-up", "collections", "processors", "allocation", "memory")) {
            assertThat(range(panel)).as(panel).isEqualTo(zoomed);
        }
        String link = page.url();
        open(1440, ColorScheme.LIGHT);
        page.navigate(link);
        awaitPanels();
        await().until(() -> near(range("held-up"), zoomed));
        page.keyboard().press("Escape");
        await().until(() -> near(range("heap"), whole));
        assertThat(page.url()).doesNotContain("zoom");
    }

    @Test
    void draggingOverAPanel_zooms_andDoubleClickGoesBack() throws Exception {
        page.navigate(web.url("/sessions/" + session("G1").meta().id()));
        awaitPanels();
        var box = page.locator("#panel-heap .u-over").boundingBox();
        page.mouse().move(box.x + box.width * 0.4, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, box.y + 40);
        page.mouse().up();
        page.waitForURL("**zoom=**");
        page.locator("#panel-memory .u-over").dblclick();
        page.waitForCondition(() -> !page.url().contains("zoom"));
    }

    @Test
    void runningSession_pausesAndResumes() throws Exception {
        Process app = RealApp.workload(Needs.runningJdk())
                .jvm(List.of("-XX:+UseG1GC", "-Xmx96m"))
                .agent(web.url(""), "name=running,start=sync")
                .args("churn", "--duration=120s", "--warmup=0%", "--live=16m", "--threads=1", "--rate=200000")
                .start();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> web.store().sessions().stream()
                            .anyMatch(s -> s.meta().name().equals("running")));
            SessionLog log = session("running");
            page.navigate(web.url("/sessions/" + log.meta().id()));
            awaitPanels();
            PlaywrightAssertions.assertThat(page.locator("tricolor-header .state"))
                    .containsText("behind");
            PlaywrightAssertions.assertThat(page.locator("tricolor-header .observer"))
                    .containsText("% CPU");
            List<Object> before = range("memory");
            page.waitForCondition(() -> !range("memory").equals(before));
            page.keyboard().press("Space");
            page.waitForURL("**paused=**");
            page.waitForLoadState();
            List<Object> still = range("memory");
            int told = updates();
            page.waitForCondition(() -> updates() >= told + 2); // the stream goes on, the picture does not
            assertThat(near(range("memory"), still)).isTrue();
            page.keyboard().press("Space");
            page.waitForCondition(() -> !near(range("memory"), still));
        } finally {
            app.destroyForcibly().waitFor();
            web.store().delete(session("running").meta().id());
        }
    }

    @Test
    void sessions_areFoundAndDeletedOnlyAfterTheUndoHasGone() throws Exception {
        SessionLog doomed = web.open("doomed", Map.of());
        doomed.end("exit");
        page.navigate(web.url("/sessions"));
        Locator row = page.locator("tr[data-session='" + doomed.meta().id() + "']");
        page.getByRole(AriaRole.SEARCHBOX).fill("doom");
        PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(1);
        row.getByRole(AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(row).hasCount(0);
        page.getByText("Undo").click();
        PlaywrightAssertions.assertThat(row).hasCount(1);
        assertThat(web.store().find(doomed.meta().id())).isPresent();
        row.getByRole(AriaRole.BUTTON).click();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> web.store().find(doomed.meta().id()).isEmpty());
    }

    @Test
    void everyPage_fitsAPhoneAndExplainsItself() throws Exception {
        open(390, ColorScheme.DARK);
        String session = "/sessions/" + session("G1").meta().id();
        for (String path : List.of("/?run=contrast", "/sessions", session)) {
            page.navigate(web.url(path));
            page.waitForSelector(path.equals("/sessions") ? "tbody tr" : ".panel[data-state]");
            assertThat(number("document.documentElement.scrollWidth - innerWidth"))
                    .as(path)
                    .isZero();
        }
        awaitPanels();
        page.locator("#panel-mmu .info").click();
        PlaywrightAssertions.assertThat(page.locator("#panel-mmu .explain")).containsText("jdk.GCPhasePause");
        page.keyboard().press("?");
        PlaywrightAssertions.assertThat(page.locator("dialog")).isVisible();
    }

    @Test
    void emptyDashboard_saysHowToStart() throws Exception {
        try (WebFixture empty = WebFixture.start(folder.resolve("empty"))) {
            page.navigate(empty.url("/"));
            PlaywrightAssertions.assertThat(page.locator(".start")).containsText("./tricolor demo");
            page.navigate("about:blank");
        }
    }

    @Test
    void pictures() throws Exception {
        String to = System.getenv("TRICOLOR_SCREENSHOTS");
        Path pictures = to == null ? folder : Files.createDirectories(Path.of(to));
        if (to != null) {
            runEveryCollector();
        }
        String run = to == null ? "contrast" : "every";
        String shown = to == null ? "G1" : "churn-zgc-25";
        for (int width : new int[] {1440, 390}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                open(width, scheme);
                String suffix = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
                picture(web.url("/?run=" + run), pictures.resolve("contrast" + suffix));
                picture(web.url("/sessions/" + session(shown).meta().id()), pictures.resolve("session" + suffix));
            }
        }
    }

    /** What the documentation shows: the same work under every collector of both JDKs, one after the other. */
    private static void runEveryCollector() throws Exception {
        for (int feature : new int[] {17, 25}) {
            Map<String, List<String>> collectors = new LinkedHashMap<>();
            for (String c : List.of("Serial", "Parallel", "G1", "Z", "Shenandoah")) {
                collectors.put(c.equals("Z") ? "zgc" : c.toLowerCase(Locale.ROOT), List.of("-XX:+Use" + c + "GC"));
            }
            if (feature == 25) {
                collectors.put(
                        "shenandoah-generational",
                        List.of("-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational"));
            }
            for (Map.Entry<String, List<String>> c : collectors.entrySet()) {
                String name = "churn-" + c.getKey() + "-" + feature;
                RealApp.workload(Needs.jdk(feature))
                        .jvm(c.getValue())
                        .jvm(List.of("-Xmx160m"))
                        .agent(web.url(""), "name=" + name + ",start=sync,label.run=every")
                        .args("churn", "--ops=25m", "--warmup=10%", "--live=48m", "--threads=2")
                        .runToEnd();
                await().until(() -> session(name).meta().ended().isPresent());
            }
        }
    }

    private void picture(String url, Path file) throws Exception {
        page.navigate(url);
        awaitPanels();
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    private void open(int width, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 1000).setColorScheme(scheme));
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Until every panel has something to show or says why not. */
    private void awaitPanels() {
        page.waitForSelector(".panel[data-state]");
        // Not waitForFunction: from its second look on, the page's policy forbids it to evaluate text.
        page.waitForCondition(() -> (boolean)
                page.evaluate("[...document.querySelectorAll('tricolor-panel')].every(p => p.dataset.state)"));
    }

    private static SessionLog session(String name) {
        return web.store().sessions().stream()
                .filter(s -> s.meta().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long number(String expression) {
        return ((Number) page.evaluate(expression)).longValue();
    }

    private int updates() {
        return Integer.parseInt(page.locator("main").getAttribute("data-updates"));
    }

    /** What the page makes of a cell or a fact, by its own formatter. */
    private String text(JsonNode cell) {
        String join = cell.has("strong") ? " · " : ", ";
        return (String) page.evaluate(
                "async ([parts, join]) => { const f = await import('/static/js/format.js');"
                        + " return JSON.parse(parts).map(f.part).join(join); }",
                List.of(cell.path("parts").toString(), join));
    }

    @SuppressWarnings("unchecked")
    private List<Object> range(String panel) {
        return (List<Object>) page.evaluate("(() => { const x = document.querySelector('#panel-" + panel
                + "').plot.u.scales.x; return [x.min, x.max]; })()");
    }

    /** The URL holds milliseconds: the same range read from it is the same but for one or two of them. */
    private static boolean near(List<Object> range, List<Object> other) {
        for (int i = 0; i < 2; i++) {
            double apart = ((Number) range.get(i)).doubleValue() - ((Number) other.get(i)).doubleValue();
            if (Math.abs(apart) > 0.005) {
                return false;
            }
        }
        return true;
    }
}
