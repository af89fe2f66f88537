package dev.tricolor.dashboard.model.pacer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.model.pacer.GuideModel.Cost;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guide mode prints what the guide's own graphs print, in every digit. */
class GuideModelTest {

    private static final long MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "25, 12.54, 20.3, 25",
        "50, 11.26, 11.2, 30",
        "100, 10.68, 6.4, 40",
        "200, 10.39, 3.8, 60",
        "400, 10.22, 2.2, 100"
    })
    void graph1(int gogc, String seconds, String gcPercent, String peakMib) {
        SimulatedRun run = GuideModel.run(Knobs.gogc(gogc), Cost.ofTheGuide(0), GuideModel.steadyState());
        assertThat(String.format(Locale.ROOT, "%.2f", run.seconds())).isEqualTo(seconds);
        assertThat(String.format(Locale.ROOT, "%.1f", 100 * run.gcShare())).isEqualTo(gcPercent);
        assertThat(String.format(Locale.ROOT, "%.0f", run.peakMemoryBytes() / MIB))
                .isEqualTo(peakMib);
        assertThat(run.programCpuSeconds()).isEqualTo(10, org.assertj.core.data.Offset.offset(1e-9));
    }

    /** With 10 MiB that are no heap, and a memory limit; GOGC -1 is off. */
    @ParameterizedTest
    @CsvSource({"100, 40, 11.16, 10.4", "-1, 60, 10.30, 2.9", "-1, 40, 11.01, 9.2"})
    void graph4(int gogc, long limitMib, String seconds, String gcPercent) {
        SimulatedRun run =
                GuideModel.run(new Knobs(gogc, limitMib * MIB), Cost.ofTheGuide(10), GuideModel.steadyState());
        assertThat(String.format(Locale.ROOT, "%.2f", run.seconds())).isEqualTo(seconds);
        assertThat(String.format(Locale.ROOT, "%.1f", 100 * run.gcShare())).isEqualTo(gcPercent);
    }
}
