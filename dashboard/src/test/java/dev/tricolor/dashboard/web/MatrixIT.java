package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.tricolor.dashboard.RecordedRun;
import dev.tricolor.dashboard.real.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contrast page over a whole run, in a real Chromium, on a real run from disk.
 *
 * <p>With {@code TRICOLOR_SCREENSHOTS=FOLDER} in the environment it also leaves pictures there; of the newest run in
 * {@code TRICOLOR_SCREENSHOTS_DATA}, a data folder with recordings, where that is given.
 */
class MatrixIT {

    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            chromium.assertNoComplaints();
        }
    }

    @Test
    void table_showsTheNumbersOfTheApi_andTheAddressHoldsTheChoice() throws Exception {
        Path data = folder.resolve("whole");
        RecordedRun.into(data);
        try (WebFixture web = WebFixture.start(data)) {
            Page page = chromium.page(1440, ColorScheme.LIGHT);
            page.navigate(web.url("/"));
            Chromium.awaitPanels(page);
            assertThat(cells(page, web.json("/api/contrast").path("matrix"))).isEqualTo(4 * 12);
            assertThat(page.locator("h1").innerText()).startsWith("churn under 3");

            page.locator("[data-choose=heap]").selectOption("all");
            Locator rows = page.locator("#contrast-table tbody tr[data-setup]");
            PlaywrightAssertions.assertThat(rows).hasCount(8);
            assertThat(page.url()).contains("heap=all");
            PlaywrightAssertions.assertThat(page.locator("td.outcome")).hasText("3 × out of memory");
            page.locator("[data-choose=baseline]").selectOption("serial-25");
            PlaywrightAssertions.assertThat(page.locator(
                            "tr[data-setup='churn/serial-25/" + RecordedRun.LARGE_HEAP + "'] [data-column=ratio]"))
                    .containsText("baseline");
            page.locator("[data-y=lbo-cpu]").click();

            page.navigate(page.url());
            Chromium.awaitPanels(page);
            PlaywrightAssertions.assertThat(rows).hasCount(8);
            assertThat(cells(
                            page,
                            web.json("/api/contrast?heap=all&baseline=serial-25")
                                    .path("matrix")))
                    .isEqualTo(7 * 12);
            assertThat(page.locator("[data-y=lbo-cpu]").getAttribute("aria-pressed"))
                    .isEqualTo("true");
            page.context().close();
        }
    }

    /** Compares every cell with the numbers that the API gives, in the page's own words; answers how many there were. */
    private static int cells(Page page, JsonNode matrix) {
        int compared = 0;
        for (JsonNode row : matrix.path("rows")) {
            Locator tr = page.locator("tr[data-setup='" + row.path("key").asText() + "']");
            if (row.path("ok").asInt() > 0) {
                for (JsonNode column : matrix.path("columns")) {
                    String id = column.path("id").asText();
                    JsonNode cell = row.path("cells").path(id);
                    String shown = tr.locator("[data-column=" + id + "]").innerText();
                    assertThat(shown).as(row.path("key") + " " + id).startsWith(text(page, cell));
                    compared++;
                }
            }
        }
        return compared;
    }

    /** Words, means and the interval, by the page's formatter. */
    private static String text(Page page, JsonNode cell) {
        return (String) page.evaluate("""
                async json => {
                  const { part, value } = await import('/static/js/format.js');
                  const c = JSON.parse(json);
                  if (c.missing) return '–';
                  const means = c.parts.map(part).join(' · ') + (c.footnote ? ' †' : '');
                  const { unit } = c.parts[c.strong];
                  if (c.words === 'baseline') return means + '\\nbaseline';
                  if (c.low === null) return means;
                  return c.words ? `${c.words} ${means}\\n${value(c.low, unit)} – ${value(c.high, unit)}`
                    : `${means}\\n± ${value((c.high - c.low) / 2, unit)}`;
                }""", cell.toString());
    }

    @Test
    void headroom_hasALineForEachSetup_andSaysWhatItCanNotShow() throws Exception {
        Path data = folder.resolve("curve");
        RecordedRun.into(data);
        try (WebFixture web = WebFixture.start(data)) {
            Page page = chromium.page(1440, ColorScheme.DARK);
            page.navigate(web.url("/?y=throughput"));
            Chromium.awaitPanels(page);
            JsonNode lines = web.json("/api/contrast").at("/matrix/headroom/lines");
            for (JsonNode line : lines) {
                for (int i = 0; i < line.path("points").size(); i++) {
                    double mean =
                            line.at("/points/" + i + "/values/throughput/mean").asDouble();
                    Object drawn = page.evaluate(
                            "id => document.querySelector('#panel-headroom').table.y[id].filter(v => v" + " !== null)",
                            line.path("line").asText());
                    assertThat(((Number) ((List<?>) drawn).get(i)).doubleValue())
                            .isEqualTo(mean);
                }
            }
            assertThat(page.locator("#panel-headroom canvas").count()).isEqualTo(1);
            PlaywrightAssertions.assertThat(page.locator("#panel-headroom [data-why=gap]"))
                    .containsText("ZGC 25 at 1.52 × (3 × out of memory)");
            PlaywrightAssertions.assertThat(page.locator(".sub")).containsText("are gone");
            page.context().close();
        }
    }

    @Test
    void runThatGoesOn_isFollowed() throws Exception {
        Path data = folder.resolve("growing");
        RecordedRun run = RecordedRun.begun(data, 8);
        try (WebFixture web = WebFixture.start(data)) {
            Page page = chromium.page(1440, ColorScheme.LIGHT);
            page.navigate(web.url("/"));
            PlaywrightAssertions.assertThat(page.locator("tricolor-header .state"))
                    .hasText("8 of 24 invocations run");
            Locator g1 = page.locator("tr[data-setup='churn/g1-25/" + RecordedRun.LARGE_HEAP + "'] td small");
            PlaywrightAssertions.assertThat(g1.first()).containsText("1 of 3 run");
            run.add(8, RecordedRun.ROWS);
            PlaywrightAssertions.assertThat(g1.first())
                    .not()
                    .containsText("1 of 3 run", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(cells(page, web.json("/api/contrast").path("matrix"))).isEqualTo(4 * 12);
            page.context().close();
        }
    }

    @Test
    void whatTheRunHasNot_isSaidOnThePage() throws Exception {
        Path data = folder.resolve("refused");
        RecordedRun.into(data);
        try (WebFixture web = WebFixture.start(data);
                Chromium other = Chromium.start()) {
            Page page = other.page(390, ColorScheme.DARK);
            page.navigate(web.url("/?heap=12"));
            PlaywrightAssertions.assertThat(page.locator(".sub"))
                    .containsText("The run has no heap of that many bytes");
            page.navigate(web.url("/"));
            Chromium.awaitPanels(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            page.context().close();
        }
    }

    @Test
    void pictures() throws Exception {
        String to = System.getenv("TRICOLOR_SCREENSHOTS");
        String of = System.getenv("TRICOLOR_SCREENSHOTS_DATA");
        Path pictures = to == null ? folder : Files.createDirectories(Path.of(to));
        Path data = of == null ? folder.resolve("pictured") : Path.of(of);
        if (of == null) {
            RecordedRun.into(data);
        }
        try (WebFixture web = WebFixture.start(data)) {
            for (int width : new int[] {1440, 390}) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    Page page = chromium.page(width, scheme);
                    page.navigate(web.url("/"));
                    Chromium.awaitPanels(page);
                    Path file =
                            pictures.resolve("matrix-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png");
                    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
                    assertThat(Files.size(file)).isGreaterThan(10_000);
                    page.context().close();
                }
            }
        }
    }
}
