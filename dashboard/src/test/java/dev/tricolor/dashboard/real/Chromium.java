package dev.tricolor.dashboard.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.tricolor.dashboard.Needs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Chromium with one page at a time, which must complain of nothing. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test, or fails it where everything is required, on a machine without one. */
    public static Chromium start() {
        Path chromium = Needs.chromium();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu"))));
    }

    /** A page of that width. */
    public Page page(int width, ColorScheme scheme) {
        return page(browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 1000).setColorScheme(scheme)));
    }

    /** A page that can reach no network. */
    public Page offline() {
        return page(browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 1000).setOffline(true)));
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(r -> requests.add(r.url()));
        return page;
    }

    /** Until every panel has something to show or says why not. */
    public static void awaitPanels(Page page) {
        page.waitForSelector("tricolor-panel[data-state]");
        page.waitForFunction("[...document.querySelectorAll('tricolor-panel')].every(p => p.dataset.state)");
    }

    /** What pages asked for so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
