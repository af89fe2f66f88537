package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/someone");

    @TempDir
    Path folder;

    @Test
    void usual_isTheVariable_elseXdg_elseLocalShare() {
        assertThat(DataFolder.usual(Map.of("TRICOLOR_DATA", "/d", "XDG_DATA_HOME", "/x"), HOME))
                .isEqualTo(Path.of("/d"));
        assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "/x"), HOME)).isEqualTo(Path.of("/x/tricolor"));
        assertThat(DataFolder.usual(Map.of(), HOME)).isEqualTo(HOME.resolve(".local/share/tricolor"));
    }

    @Test
    void oneDashboardHasIt_andOthersLearnItsAddress() throws Exception {
        Path data = folder.resolve("new/data");
        try (DataFolder mine = DataFolder.take(data).orElseThrow()) {
            mine.announce("http://127.0.0.1:1/");

            assertThat(DataFolder.take(data)).isEmpty();
            assertThat(DataFolder.addressIn(data)).contains("http://127.0.0.1:1/");
        }
        assertThat(DataFolder.addressIn(data)).isEmpty();
        Optional<DataFolder> again = DataFolder.take(data);
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void dashboardThatDied_isReportedAsNotAnswering() throws Exception {
        try (DataFolder mine = DataFolder.take(folder).orElseThrow()) {
            mine.announce("http://127.0.0.1:1/");

            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> DashboardAccess.running(folder, Optional.empty()))
                    .withMessage(folder + " is in use by a dashboard that does not answer at http://127.0.0.1:1/:"
                            + " end it, or use another folder with --data DIR");
        }
    }

    @Test
    void folderThatCannotBeMade_isSaidInOneLine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> DataFolder.take(file.resolve("data")))
                .withMessageContaining("give a folder that can be written to, --data DIR")
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN));
    }
}
