package dev.tricolor.dashboard.web.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.decode.go.GoLog;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoPanelsTest {

    private static Map<String, PanelData> data(Timeline t) {
        return Panels.data("go", t, t.span().orElse(new Interval(GoLog.T0, GoLog.at(1000))));
    }

    @Test
    void noPanelOfGo_namesAJvmsInstrument() {
        for (PanelSpec s : Panels.specs("go")) {
            String text = s.title() + s.subtitle() + s.explanation();
            assertThat(text)
                    .as(s.id())
                    .doesNotContain("jdk.")
                    .doesNotContain("tricolor.")
                    .doesNotContain("JFR");
        }
    }

    @Test
    void everyPanel_saysWhyItIsEmpty_andDrawsNoSeriesThatItsSpecHasNot() {
        Timeline nothing = GoLog.started().timeline();
        Timeline traced = GoLog.started()
                .cycle(1, 100, 5, 4, 30, 40, 20, 40)
                .cycle(2, 200, 5, 4, 30, 40, 20, 40)
                .timeline();
        Stream.of(nothing, traced).map(GoPanelsTest::data).forEach(all -> {
            assertThat(all.keySet())
                    .containsExactlyElementsOf(
                            Panels.specs("go").stream().map(PanelSpec::id).toList());
            for (PanelSpec s : Panels.specs("go")) {
                if (all.get(s.id()) instanceof Points p) {
                    assertThat(s.series())
                            .extracting(PanelSpec.Series::id)
                            .containsAll(p.absent().keySet());
                } else if (all.get(s.id()) instanceof PanelData.Empty e) {
                    assertThat(e.why()).as(s.id()).hasSizeGreaterThan(20);
                }
            }
        });
    }

    @Test
    void pacer_showsWhereACycleBegan_whereItEnded_andItsGoal() {
        Timeline t = GoLog.started()
                .cycle(1, 100, 5, 4, 30, 40, 20, 39)
                .metrics(1000, "")
                .timeline();
        Points p = (Points) data(t).get("go-pacer");
        double mib = 1 << 20;
        assertThat(column(p, "trigger")).containsExactly(30 * mib);
        assertThat(column(p, "ended")).containsExactly(40 * mib);
        assertThat(column(p, "goal")).containsExactly(39 * mib);
        assertThat(column(p, "marked")).containsExactly(20 * mib);
    }

    @Test
    void processors_areSharesOfGosTotal() {
        Timeline t = GoLog.started()
                .metrics(100, cpu(1, 0.5, 0.1))
                .metrics(200, cpu(2, 1.1, 0.3))
                .metrics(300, "")
                .timeline();
        Points p = (Points) data(t).get("go-cpu");
        assertThat(column(p, "user").get(0)).isCloseTo(0.6, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(column(p, "mark").get(0)).isCloseTo(0.2, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void aGoalWithoutBound_isNotDrawn() {
        Timeline t = GoLog.started()
                .metrics(100, "\"/gc/heap/goal:bytes\":5000000")
                .metrics(200, "\"/gc/heap/goal:bytes\":9223372036854775807")
                .metrics(300, "")
                .timeline();
        assertThat(column((Points) data(t).get("heap"), "goal")).isNotEmpty().allMatch(v -> v == 5_000_000);
    }

    @Test
    void processors_partsThatDoNotFitTheWholeYet_waitUntilTheyDo() {
        Timeline t = GoLog.started()
                .metrics(100, cpu(1, 0.5, 0.1))
                .metrics(200, cpu(1.1, 0.6, 0.5))
                .metrics(300, cpu(3, 1.9, 0.7))
                .metrics(400, "")
                .timeline();
        Points p = (Points) data(t).get("go-cpu");
        assertThat(column(p, "mark"))
                .singleElement()
                .satisfies(share -> assertThat(share).isCloseTo(0.3, org.assertj.core.api.Assertions.within(1e-9)));
    }

    @Test
    void aTurnedKnob_isMarkedOnHeapAndPacer_andItsPanelShowsGoalAndLive() {
        Timeline t = GoLog.started()
                .metrics(100, "\"/gc/heap/goal:bytes\":50000000,\"/gc/heap/live:bytes\":10000000")
                .line(200, "knob", "\"name\":\"GOGC\",\"old\":\"400\",\"new\":\"50\",\"who\":\"dashboard\"")
                .line(
                        250,
                        "knob",
                        "\"name\":\"GOMEMLIMIT\",\"old\":\"\",\"new\":\"1\",\"who\":\"dashboard\",\"refused\":\"below\"")
                .line(
                        260,
                        "knob",
                        "\"name\":\"GOMEMLIMIT\",\"old\":\"off\",\"new\":\"67108864\",\"who\":\"the program\"")
                .metrics(300, "\"/gc/heap/goal:bytes\":15000000")
                .metrics(400, "")
                .timeline();
        assertThat(column((Points) data(t).get("heap"), "knob")).hasSize(2);
        assertThat(column((Points) data(t).get("go-pacer"), "knob")).hasSize(2);
        PanelData.Facts knob = (PanelData.Facts) data(t).get("knob");
        assertThat(knob.rows().get(0).parts().get(0).text()).isEqualTo("off → 64 MiB");
        assertThat(knob.rows())
                .filteredOn(r -> r.label().equals("goal"))
                .singleElement()
                .satisfies(r -> assertThat(r.parts().get(0).value()).isEqualTo(15_000_000));
        assertThat(knob.rows())
                .filteredOn(r -> r.label().equals("refused"))
                .singleElement()
                .satisfies(r -> assertThat(r.parts().get(0).text()).isEqualTo("below"));
    }

    private static String cpu(double total, double user, double dedicated) {
        return "\"/cpu/classes/total:cpu-seconds\":" + total + ",\"/cpu/classes/user:cpu-seconds\":" + user
                + ",\"/cpu/classes/gc/mark/dedicated:cpu-seconds\":" + dedicated;
    }

    private static List<Double> column(Points p, String series) {
        return java.util.stream.IntStream.range(0, p.rows())
                .mapToObj(i -> p.y(series, i))
                .filter(v -> !v.isNaN())
                .toList();
    }
}
