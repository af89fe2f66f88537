package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.model.tricolour.Barrier;
import dev.tricolor.dashboard.model.tricolour.Order;
import dev.tricolor.dashboard.model.tricolour.RecordedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * The Go lab in a real Chromium: its machine is the Java model, and a visitor can play, go back and reach in.
 *
 * <p>With {@code TRICOLOR_SCREENSHOTS=FOLDER} in the environment it leaves pictures of the page there.
 */
class GoLabIT {

    private static final int STEPS = 400;
    private static final int FRAMES = 60;

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

    private void open(int width, ColorScheme colours) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 1000).setColorScheme(colours));
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (List.of("error", "warning").contains(m.type())) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** The same random programs in both machines: after each operation the same state, and the same sentence for it. */
    @Test
    void thePagesMachine_isTheModel() throws Exception {
        List<RecordedRun> runs = new ArrayList<>();
        long seed = System.nanoTime();
        for (Barrier barrier : Barrier.values()) {
            for (Order order : Order.values()) {
                runs.add(RecordedRun.of(seed++, barrier, order, STEPS));
                runs.add(RecordedRun.of(seed++, barrier, order, STEPS));
            }
        }
        page.navigate(web.url("/go-lab"));
        Object same = page.evaluate("""
                async text => {
                  const { Machine } = await import("/static/js/lab/machine.js");
                  const { words } = await import("/static/js/lab/words.js");
                  let steps = 0;
                  for (const run of JSON.parse(text)) {
                    const machine = new Machine(run.shape, run.barrier, run.order);
                    for (let i = 0; i < run.operations.length; i++, steps++) {
                      const sentence = words(machine.apply(run.operations[i]), run.shape, run.barrier);
                      if (machine.hash() !== run.hashes[i] || sentence !== run.sentences[i])
                        return `seed ${run.seed} ${run.barrier} ${run.order} step ${i}: "${sentence}" for "${run.sentences[i]}"`;
                    }
                  }
                  return steps;
                }""", WebFixture.JSON.writeValueAsString(runs));
        assertThat(same)
                .isEqualTo(runs.stream().mapToInt(r -> r.operations().size()).sum());
        System.out.println(
                "The page's machine: " + same + " steps like the model's, seeds from " + (seed - runs.size()));
    }

    @Test
    void lostObject_isLostWithoutABarrier_andKeptWithOne() {
        page.navigate(web.url("/go-lab?preset=lost"));
        Locator sentence = page.locator("#lab-sentence");
        for (int i = 0; i < 11; i++) {
            page.locator("#lab-step").click();
        }
        PlaywrightAssertions.assertThat(sentence).containsText("a live object is lost");
        shot("lost");
        page.locator("#lab-back").click();
        PlaywrightAssertions.assertThat(sentence).containsText("What is still white counts as garbage");
        page.locator("#lab-barrier").selectOption("HYBRID_GO");
        for (int i = 0; i < 5; i++) {
            page.locator("#lab-step").click();
        }
        PlaywrightAssertions.assertThat(sentence).containsText("The barrier turns #1 grey");
        page.locator("#lab-speed").fill("8");
        page.locator("#lab-play").click();
        PlaywrightAssertions.assertThat(sentence).containsText("The cycle is over");
        assertThat(page.evaluate("tricolorLab.lost.size")).isEqualTo(0);
        assertThat(page.url()).contains("preset=lost").contains("barrier=HYBRID_GO");
    }

    @Test
    void visitor_reachesInByPointer() {
        page.navigate(web.url("/go-lab?preset=lost"));
        drag("slots[1]", "objects[2]");
        PlaywrightAssertions.assertThat(page.locator("#lab-sentence"))
                .hasText("Stack 1 slot 2: now #2, before nothing. No barrier watches stacks.");
        drag("objects[2]", "objects[0]");
        PlaywrightAssertions.assertThat(page.locator("#lab-sentence")).containsText("Stack 1 stores into #2 field");
        drag("slots[2]", "objects[5]");
        PlaywrightAssertions.assertThat(page.locator("#lab-sentence")).containsText("cannot reach that object");
    }

    private void drag(String from, String to) {
        BoundingBox box = page.locator("#lab-heap").boundingBox();
        double[] a = place(from);
        double[] b = place(to);
        page.mouse().move(box.x + a[0], box.y + a[1]);
        page.mouse().down();
        page.mouse().move(box.x + b[0], box.y + b[1]);
        page.mouse().up();
    }

    private double[] place(String thing) {
        List<?> xy = (List<?>) page.evaluate("(p => [p.x, p.y])(tricolorLab.scene.place." + thing + ")");
        return new double[] {((Number) xy.get(0)).doubleValue(), ((Number) xy.get(1)).doubleValue()};
    }

    @Test
    void visitor_reachesInByKeyboard() {
        page.navigate(web.url("/go-lab?preset=lost"));
        page.locator("#lab-heap").focus();
        page.keyboard().press("ArrowDown"); // the global
        page.keyboard().press("ArrowDown"); // stack 1, slot 1
        page.keyboard().press("ArrowRight");
        page.keyboard().press("a");
        PlaywrightAssertions.assertThat(page.locator("#lab-sentence")).hasText("Stack 1 allocates #6, white.");
        page.keyboard().press("Delete");
        PlaywrightAssertions.assertThat(page.locator("#lab-sentence"))
                .hasText("Stack 1 slot 2: now nothing, before #6. No barrier watches stacks.");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator(".lab-hint").first()).containsText("Taken: Stack 1 slot 2");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#lab-sentence")).containsText("Stack 1 slot 2: now #");
    }

    /**
     * Sixty pictures a second with 1,500 steps in them, drawn and rasterised without a graphics processor. On a busy machine
     * some seconds have fewer, so it plays until one has them all, and tells the median of those that went by.
     */
    @Test
    void twoThousandObjects_areDrawnSixtyTimesASecond() {
        page.navigate(web.url("/go-lab?preset=large"));
        page.locator("#lab-play").click();
        List<?> figures = (List<?>) page.evaluate("""
                ([enough, patience]) => new Promise(done => {
                  const lab = tricolorLab, seconds = [], began = performance.now();
                  let since = began, drawn = lab.scene.drawn, most = 0;
                  const look = now => {
                    if (now - since >= 1000) {
                      seconds.push(((lab.scene.drawn - drawn) * 1000) / (now - since));
                      since = now;
                      drawn = lab.scene.drawn;
                      most = Math.max(most, lab.history.machine.colours.filter(c => c).length);
                    }
                    if (seconds.length < 5 || (Math.max(...seconds) < enough && now - began < patience)) return requestAnimationFrame(look);
                    seconds.sort((a, b) => a - b);
                    done([seconds.at(-1), seconds[seconds.length >> 1], most, seconds.length]);
                  };
                  requestAnimationFrame(look);
                })""", List.of(FRAMES - 0.5, 30_000));
        double best = ((Number) figures.get(0)).doubleValue();
        System.out.printf(
                Locale.ROOT,
                "Go lab, up to %s objects, 1500 steps a second: best of %s seconds %.1f pictures, median %.1f%n",
                figures.get(2),
                figures.get(3),
                best,
                ((Number) figures.get(1)).doubleValue());
        page.locator("#lab-play").click();
        assertThat(((Number) figures.get(2)).intValue()).as("objects").isGreaterThan(1000);
        assertThat(best).isGreaterThanOrEqualTo(FRAMES - 0.5);
        shot("large");
    }

    @Test
    void pacer_followsItsSliders() {
        page.navigate(web.url("/go-lab?model=guide"));
        Locator readouts = page.locator("#pacer-readouts");
        PlaywrightAssertions.assertThat(readouts).containsText("6.39 %");
        PlaywrightAssertions.assertThat(readouts).containsText("40 MiB");
        page.locator("#pacer-gogc").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        PlaywrightAssertions.assertThat(readouts).containsText("60 MiB");
        PlaywrightAssertions.assertThat(page.locator("#panel-pacer-model canvas"))
                .hasCount(1);
        page.locator("#pacer-model-choice").selectOption("1.26");
        PlaywrightAssertions.assertThat(readouts).not().containsText("60 MiB");
        shot("pacer");
    }

    @Test
    void phone_fits_andAllStoriesBegin() {
        open(390, ColorScheme.DARK);
        for (String preset : List.of("lost", "floating", "rescan", "assist", "green-tea", "large")) {
            page.navigate(web.url("/go-lab?preset=" + preset));
            page.locator("#lab-step").click();
            PlaywrightAssertions.assertThat(page.locator("#lab-sentence")).containsText("A cycle begins");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as(preset)
                    .isEqualTo(0);
        }
        PlaywrightAssertions.assertThat(page.locator("#what-if")).containsText("No session is recorded yet");
        shot("phone");
    }

    private void shot(String name) {
        String into = System.getenv("TRICOLOR_SCREENSHOTS");
        if (into != null) {
            Path to = Path.of(into);
            assertThat(Files.isDirectory(to)).as(into).isTrue();
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(to.resolve("go-lab-" + name + ".png")));
        }
    }
}
