package dev.tricolor.dashboard.web.contrast.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.RuntimeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AlgorithmsTest {

    private static final List<String> IDS =
            Algorithms.all().stream().map(AlgorithmCard::id).toList();

    @Test
    void everyCollectorHasACard_andEachCardACollector() {
        assertThat(IDS).doesNotHaveDuplicates();
        for (Collector c : Collector.values()) {
            if (c != Collector.UNKNOWN) {
                assertThat(IDS).contains(Algorithms.idOf(runtime(c, false)));
            }
        }
        assertThat(Algorithms.all())
                .allSatisfy(card ->
                        assertThat(Algorithms.collectorOf(card)).as(card.id()).isNotEqualTo(Collector.UNKNOWN));
    }

    @Test
    void zgcHasTwo_toldApartByItsGenerations() {
        assertThat(Algorithms.idOf(runtime(Collector.ZGC, false))).isEqualTo("zgc");
        assertThat(Algorithms.idOf(runtime(Collector.ZGC, true))).isEqualTo("zgc-generational");
        assertThat(IDS).contains("zgc", "zgc-generational");
        assertThat(Algorithms.idOf(runtime(Collector.SERIAL, true))).isEqualTo("serial");
        assertThat(Algorithms.idOf(RuntimeInfo.UNKNOWN)).isEqualTo("unknown");
    }

    @Test
    void cardsSaySomethingOfEverything_andNameTheirSources() {
        assertThat(Algorithms.all()).allSatisfy(card -> {
            assertThat(Arrays.asList(
                            card.name(),
                            card.flag(),
                            card.gist(),
                            card.generational(),
                            card.moving(),
                            card.loadBarrier(),
                            card.storeBarrier(),
                            card.stops(),
                            card.concurrent(),
                            card.pays(),
                            card.references(),
                            card.sizing()))
                    .as(card.id())
                    .doesNotContainNull()
                    .noneMatch(String::isBlank);
            assertThat(card.knobs()).as(card.id()).isNotEmpty();
            assertThat(card.look()).as(card.id()).isNotEmpty();
            assertThat(card.sources()).as(card.id()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(card.sources())
                    .allSatisfy(s -> assertThat(s.url())
                            .matches("|https://(openjdk\\.org/jeps/\\d+|docs\\.oracle\\.com/.+|go\\.dev/.+)"));
        });
    }

    @Test
    void generationsAgreeWithTheCollector() {
        assertThat(Algorithms.all())
                .allSatisfy(card -> assertThat(card.generational())
                        .as(card.id())
                        .startsWith(
                                List.of("serial", "parallel", "g1", "zgc-generational", "shenandoah-generational")
                                                .contains(card.id())
                                        ? "Yes"
                                        : "No"));
    }

    private static RuntimeInfo runtime(Collector collector, boolean generational) {
        return new RuntimeInfo(
                collector,
                Optional.of(generational),
                OptionalLong.of(25),
                "25",
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                Map.of());
    }
}
