package dev.tricolor.workloads.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tricolor.workloads.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({"h2, 32, 64, 160", "spring, 32, 200, 360", "kafka, 24, 56, 528"})
    void preset_hasThePercentilesPublishedForDaCapo(String preset, int p50, int p90, int p99) {
        Sizes sizes = Sizes.named(preset);

        assertThat(sizes.percentileBytes(0.50)).isEqualTo(p50);
        assertThat(sizes.percentileBytes(0.90)).isEqualTo(p90);
        assertThat(sizes.percentileBytes(0.99)).isEqualTo(p99);
    }

    @Test
    void draw_followsTheWeights(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sizes"), "# bytes weight\n24 3\n\n1k 1\n");
        Sizes sizes = Sizes.named(file.toString());
        SplitMix64 random = new SplitMix64(7);
        int large = 0;
        for (int i = 0; i < 100_000; i++) {
            large += sizes.draw(random) == 1024 ? 1 : 0;
        }

        assertThat(large).isBetween(24_500, 25_500);
        assertThat(sizes.meanBytes()).isEqualTo((3 * 24 + 1024) / 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "24",
                "24 x",
                "x 24",
                "23 1",
                "65m 1",
                "24 0",
                "24 -1",
                "24 1 1",
                "24 1g\n32 1g"
            })
    void malformedFile_isOneLineThatSaysTheFormat(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sizes"), content);

        assertThatThrownBy(() -> Sizes.named(file.toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("each line is a size in bytes (24 to 64m) and a whole weight")
                .hasMessageNotContaining("\n");
    }
}
