package dev.tricolor.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tricolor.dashboard.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoToolchainsTest {
    @TempDir
    Path folder;

    /** A command that answers as go does. */
    private Path command(String name, String says) throws Exception {
        Path go = folder.resolve(name).resolve("bin/go");
        Files.createDirectories(go.getParent());
        Files.writeString(go, "#!/bin/sh\necho \"" + says + "\"\n");
        assertThat(go.toFile().setExecutable(true)).isTrue();
        return go;
    }

    @Test
    void findsThemInTheUsualPlaces_newestFirst_eachOnce() throws Exception {
        Path old = command("usr/lib/go-1.21", "go version go1.21.13 linux/amd64");
        Path fresh = command("usr/local/go", "go version go1.26.8 linux/amd64");
        command("home/sdk/go1.18", "go version go1.18 linux/amd64");
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/go"), fresh);

        GoToolchains found = new GoToolchains(GoToolchains.candidates(
                Map.of("PATH", folder.resolve("bin").toString()), folder.resolve("home"), folder));

        assertThat(found.all()).extracting(GoToolchain::version).containsExactly("1.26.8", "1.21.13", "1.18");
        assertThat(found.newest()).map(GoToolchain::go).hasValue(fresh.toRealPath());
        assertThat(found.select("1.21").go()).isEqualTo(old.toRealPath());
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> found.select("1.18"))
                .withMessage("Go 1.18 is older than 1.19");
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> found.select("1.30"))
                .withMessage("no Go 1.30 on this machine");
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> found.select(folder.resolve("home").toString()))
                .withMessageStartingWith("no Go toolchain in ");
    }

    @Test
    void environmentCanSay_asIfThereWereNone() {
        assertThat(GoToolchains.find(Map.of("TRICOLOR_GO", "none")).all()).isEmpty();
        assertThat(GoToolchains.find(Map.of("TRICOLOR_GO", "none")).newest()).isEmpty();
    }

    @Test
    void greenTea_isAnExperimentIn25_andTheDefaultFrom26() {
        assertThat(toolchain(24).offersGreenTea()).isFalse();
        assertThat(toolchain(25).experiments("on")).containsExactly("greenteagc");
        assertThat(toolchain(25).experiments("off")).isEmpty();
        assertThat(toolchain(26).experiments("on")).isEmpty();
        assertThat(toolchain(26).experiments("off")).containsExactly("nogreenteagc");
        assertThat(toolchain(26).experiments("")).isEmpty();
    }

    private static GoToolchain toolchain(int minor) {
        return new GoToolchain(Path.of("/go"), "1." + minor + ".1", minor);
    }

    @Test
    void aProgramThatDoesNotBuild_isOneLineWithTheCompilersReason() throws Exception {
        GoToolchain real = new GoToolchains(List.of(Needs.go())).newest().orElseThrow();
        Path module = folder.resolve("workloads/go/cmd/tricolor-workloads");
        Files.createDirectories(module);
        Files.writeString(folder.resolve("workloads/go/go.mod"), "module x\n\ngo 1.19\n");
        Files.writeString(module.resolve("main.go"), "package main\n\nfunc main() { nosuch() }\n");
        GoPrograms programs = new GoPrograms(new Home(folder), folder.resolve("cache"));

        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> programs.program(real, ""))
                .withMessageContaining("do not build with")
                .withMessageContaining("undefined: nosuch")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
