package dev.tricolor.dashboard.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.web.WebOptions;
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
 * The Workloads page in a real Chromium, over a real dashboard that starts real JVMs.
 *
 * <p>With {@code TRICOLOR_SCREENSHOTS=FOLDER} in the environment it also leaves pictures of the page there, in the middle of a
 * run of every collector of every JDK.
 */
class WorkloadsPageIT {
    private static final String JDK = String.valueOf(Needs.runningJdk().feature());
    private static final double RUN_MILLIS = 240_000;

    @TempDir
    static Path folder;

    private static Dashboard dashboard;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startEverything() throws Exception {
        Path chromium = Needs.chromium();
        dashboard = Dashboard.start(
                DataFolder.take(folder.resolve("data")).orElseThrow(),
                WebOptions.defaults().withPort(0));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void stopEverything() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (dashboard != null) {
            dashboard.close();
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
    void twoRows_areStartedFromTheForm_followed_andLeadToTheirContrast() {
        show("");
        assertThat(page.locator(".workload")).hasCount(17);
        assertThat(page.locator("#workload-churn")).isChecked();
        for (Locator on = page.locator(".toggles .chip[aria-pressed=true]"); on.count() > 0; ) {
            on.first().click();
        }
        page.locator("[data-setup=serial-" + JDK + "]").click();
        page.locator("[data-setup=parallel-" + JDK + "]").click();
        page.locator("[data-key=heap]").fill("64m");
        page.locator("[data-key=ops]").fill("200k");
        page.getByText("Knobs of churn").click();
        page.locator("[data-field='knobs.live'] input").fill("4m");

        assertThat(page.locator("#estimate")).hasText("2 rows");
        assertThat(page.locator("#command"))
                .hasText("./tricolor run churn --gc serial,parallel --jdk " + JDK + " --heap 64m --ops 200k --live 4m");
        page.keyboard().press("Enter");

        Locator live = page.locator(".panel.live");
        assertThat(live.locator(".strip li")).hasCount(2, planned()); // it may have shown another test's run before
        assertThat(live).hasAttribute("data-state", "finished", within());
        assertThat(live.locator(".finished tbody tr")).hasCount(2);
        assertThat(live.locator(".strip .done")).hasCount(2);
        assertThat(live.locator(".now")).hasText("All rows have ended: 2 ok.");
        assertThat(page.locator(".earlier tbody tr").first()).containsText("churn");
        live.getByText("See the contrast").click();
        page.waitForURL("**/?run=*");
        assertThat(page.locator("#contrast-table tbody tr")).hasCount(2);
        assertThat(page.locator("#contrast-table")).containsText("Serial");
    }

    @Test
    void formIsInTheUrl_andWhatIsWrongIsSaidBesideItsField() {
        show("?workload=stall,refs&gc=g1-" + JDK + "&heap=lots&repeat=3&set.threads=2");
        assertThat(page.locator(".chosen")).hasText("stall, refs");
        assertThat(page.locator(".toggles .chip[aria-pressed=true]")).hasCount(1);
        assertThat(page.locator("[data-field='knobs.threads'] input")).hasValue("2");
        assertThat(page.locator("#control")).isChecked();
        assertThat(page.locator("#estimate")).hasText("12 rows");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        Locator error = page.locator("[data-field~=heaps] .error");
        assertThat(error).hasText("heap \"lots\" is no size: write it like 512m or 2g");
        page.locator("[data-key=heap]").fill("96m");
        assertThat(error).isHidden();
        page.waitForURL("**heap=96m**");
        String link = page.url();
        open(1440, ColorScheme.LIGHT);
        page.navigate(link);
        assertThat(page.locator("#command")).containsText("--heap 96m --threads 2 --repeat 3");
        complaints.removeIf(c -> c.contains("400")); // the browser's own line for that answer
    }

    @Test
    void go_isAGroupOfItsKnobsValues_inTheUrlTheCommandAndTheRows() {
        Needs.go();
        show("?workload=churn&gc=g1-" + JDK + ",zgc-" + JDK);
        page.locator("[data-setup=go-50]").click();
        page.locator("[data-setup=go-100]").click();
        String run = "./tricolor run churn --gc g1,zgc,go --jdk " + JDK + " --gogc 50,100";
        assertThat(page.locator("#command")).hasText(run);
        assertThat(page.locator("#estimate")).hasText("4 rows");
        page.locator("[data-limit=heap]").check();
        page.locator("[data-key=heap]").fill("128m,256m");
        assertThat(page.locator("#command")).hasText(run + " --memlimit heap --heap 128m,256m");
        assertThat(page.locator("#estimate")).hasText("8 rows");
        page.locator("[data-limit=none]").check();
        assertThat(page.locator("#estimate")).hasText("6 rows");
        page.locator("#equal-memory").check();
        assertThat(page.locator("#command")).hasText(run + " --equal-memory");
        assertThat(page.locator("#estimate")).hasText("6 rows");
        assertThat(page.locator("[data-key=heap]")).isDisabled();
        page.waitForURL("**equal-memory=yes**");
        String link = page.url();
        open(1440, ColorScheme.LIGHT);
        page.navigate(link);
        assertThat(page.locator("#command")).hasText(run + " --equal-memory");

        page.locator("#workload-churn").uncheck();
        page.locator("#workload-stall").check();
        assertThat(page.locator("#go-hint")).containsText("set the knob live in bytes");
        page.locator("#workload-metaspace").check();
        assertThat(page.locator("[data-setup=go-50]")).isDisabled();
        assertThat(page.locator("#go-hint")).hasText("Go: metaspace has no twin in Go, which has no class loaders");
        assertThat(page.locator("#command")).not().containsText("go");
    }

    @Test
    void cancelledFromThePage_canBeResumedThere() {
        show("?workload=churn&gc=serial-" + JDK + "&heap=64m&ops=200k&repeat=4&control=no&set.live=4m");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        Locator live = page.locator(".panel.live");
        assertThat(live.locator(".strip li")).hasCount(4, planned());
        assertThat(live.locator(".strip .done").first()).isVisible(visible());
        live.getByText("Cancel").click();
        assertThat(live).hasAttribute("data-state", "cancelled", within());
        assertThat(live.locator(".now")).containsText("what is finished is kept");
        live.getByText("Resume").click();
        assertThat(live).hasAttribute("data-state", "finished", within());
        assertThat(live.locator(".strip .done")).hasCount(4);
    }

    @Test
    void pictures() throws Exception {
        String to = System.getenv("TRICOLOR_SCREENSHOTS");
        Path pictures = to == null ? folder : Files.createDirectories(Path.of(to));
        if (to != null) {
            show("?workload=churn&heap=160m&ops=2m&repeat=2");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Start").setExact(true))
                    .click();
            assertThat(page.locator(".panel.live")).hasAttribute("data-state", "running", within());
            assertThat(page.locator(".strip .done").nth(3)).isVisible(visible());
        }
        for (int width : new int[] {1440, 390}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                open(width, scheme);
                show("?workload=churn&heap=160m&ops=2m&repeat=2");
                assertThat(page.locator(".earlier")).isVisible();
                assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                        .as("fits " + width)
                        .isZero();
                Path file =
                        pictures.resolve("workloads-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
                assertThat(Files.size(file)).isGreaterThan(10_000);
            }
        }
        if (to != null) {
            page.locator(".panel.live").getByText("Cancel").click();
            assertThat(page.locator(".panel.live")).hasAttribute("data-state", "cancelled", within());
        }
    }

    private static LocatorAssertions.HasAttributeOptions within() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(RUN_MILLIS);
    }

    private static LocatorAssertions.HasCountOptions planned() {
        return new LocatorAssertions.HasCountOptions().setTimeout(RUN_MILLIS);
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(RUN_MILLIS);
    }

    private void show(String query) {
        page.navigate(dashboard.uri() + "workloads" + query);
        page.waitForSelector(".run-form");
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
}
