package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.analysis.TimelineBuilder.interval;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.analysis.TimelineBuilder;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.Cycle;
import dev.tricolor.dashboard.web.panel.PanelData.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnobPanelTest {

    private static TimelineBuilder timeline() {
        TimelineBuilder b = TimelineBuilder.of(Collector.SHENANDOAH).covered(0, 40_000);
        b.collection(15_000, 10, 1, Cycle.Kind.GLOBAL, "Shenandoah", "Free", 1000, 200);
        b.knob(20_000, "GOGC", "400", "50", "dashboard");
        b.knob(20_001, "SoftMaxHeapSize", "1200", "300", "loop");
        for (int i = 0; i < 40; i++) {
            b.collection(30_000 + i * 250.0, 10, 2 + i, Cycle.Kind.GLOBAL, "Shenandoah", "Free", 310, 200);
        }
        return b;
    }

    private static List<Fact> rows(TimelineBuilder b) {
        PanelData data = new KnobPanel().data(View.of(b.build(), interval(0, 40_000)));
        return data instanceof PanelData.Facts f ? f.rows() : List.of();
    }

    private static Fact row(List<Fact> rows, String label) {
        return rows.stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void aFloor_isShownWithItsReason_andSoIsTheCost() {
        List<Fact> rows = rows(timeline().knobState(39_000, 50, 200, 400, "floor: no gain"));
        assertThat(row(rows, "GOGC").parts().get(0).text()).isEqualTo("400 → 50");
        assertThat(row(rows, "goal").parts().get(0).value()).isEqualTo(300);
        assertThat(row(rows, "peak").parts().get(0).value()).isEqualTo(400);
        assertThat(row(rows, "loop").tone()).isEqualTo("bad");
        assertThat(row(rows, "loop").parts().get(0).text()).contains("no longer lowers the peak");
        assertThat(row(rows, "collections").parts())
                .extracting(PanelData.Part::value)
                .containsExactly(0.1, 4.0);
        assertThat(row(rows, "warning").parts().get(0).text()).isEqualTo("collects 40 times as often as before");
    }

    @Test
    void whatTheAgentRefused_isShownInItsWords() {
        List<Fact> rows = rows(timeline().knobRefused(39_000, "gogc 50", "the agent was started without control=on"));
        assertThat(row(rows, "refused").parts().get(0).text()).isEqualTo("the agent was started without control=on");
        assertThat(row(rows, "refused").tone()).isEqualTo("bad");
    }

    @Test
    void whereNobodyTurned_itSaysSo() {
        PanelData data = new KnobPanel()
                .data(View.of(TimelineBuilder.of(Collector.G1).covered(0, 1000).build(), interval(0, 1000)));
        assertThat(data).isEqualTo(new PanelData.Empty("Nobody has turned it in this session"));
    }

    @Test
    void theCharts_markThePersonsTurns_andDrawTheLoopsAsALine() {
        Points heap = (Points) new HeapPanel().data(View.of(timeline().build(), interval(0, 40_000)));
        int marks = 0;
        double softMax = Double.NaN;
        for (int i = 0; i < heap.rows(); i++) {
            marks += Double.isNaN(heap.y("knob", i)) ? 0 : 1;
            softMax = Double.isNaN(heap.y("softmax", i)) ? softMax : heap.y("softmax", i);
        }
        assertThat(marks).isEqualTo(1);
        assertThat(softMax).isEqualTo(300);
    }
}
