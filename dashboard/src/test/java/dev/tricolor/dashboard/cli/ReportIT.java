package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tricolor.dashboard.RecordedRun;
import dev.tricolor.dashboard.real.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is one file: a real Chromium opens it from the file system, with no network. */
class ReportIT {

    @TempDir
    Path folder;

    @Test
    void report_opensFromTheFileSystem_withoutNetwork() throws Exception {
        RecordedRun.into(folder);
        Path file = folder.resolve("report.html");
        CliRun report = CliRun.of("report", "last", "-o", file.toString(), "--data=" + folder);
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).startsWith(file + ": ");
        Path alone = Files.move(
                file, Files.createDirectory(folder.resolve("elsewhere")).resolve("r.html"));

        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.offline();
            page.navigate(alone.toUri().toString());
            Chromium.awaitPanels(page);
            assertThat(page.locator("#contrast-table tbody tr").count()).isEqualTo(4);
            assertThat(page.locator("#contrast-table tbody tr td").first().innerText())
                    .startsWith("Serial 25");
            assertThat(drawn(page, "#panel-headroom canvas"))
                    .as("coloured pixels of the curve")
                    .isGreaterThan(200);

            page.locator("[data-choose=heap]").selectOption("all");
            PlaywrightAssertions.assertThat(page.locator("#contrast-table tbody tr[data-setup]"))
                    .hasCount(8);
            PlaywrightAssertions.assertThat(page.locator("td.outcome")).hasText("3 × out of memory");
            assertThat(page.url()).endsWith("#heap=all");
            page.locator("[data-y=throughput]").click();
            assertThat(drawn(page, "#panel-headroom canvas")).isGreaterThan(200);
            assertThat(page.locator("a[href^='/']").count())
                    .as("links into a dashboard")
                    .isZero();
            assertThat(chromium.requests()).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
            chromium.assertNoComplaints();
        }
    }

    /** Pixels of a canvas that are neither empty nor grey: data is the only colour. */
    static int drawn(Page page, String canvas) {
        return ((Number) page.evaluate("""
                        selector => {
                          const c = document.querySelector(selector);
                          const { data } = c.getContext('2d').getImageData(0, 0, c.width, c.height);
                          let coloured = 0;
                          for (let i = 0; i < data.length; i += 4) {
                            const spread = Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]);
                            if (data[i + 3] > 128 && spread > 60) coloured++;
                          }
                          return coloured;
                        }""", canvas)).intValue();
    }
}
