package dev.tricolor.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdksTest {
    @TempDir
    Path root;

    private FakeMachine machine;

    @BeforeEach
    void machine() throws Exception {
        machine = new FakeMachine(root.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/temurin-25-jdk-amd64",
                "opt/java/25",
                "opt/jdk-25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
                "home/someone/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
                "home/someone/.sdkman/candidates/java/25.0.3-tem",
                "home/someone/.jdks/temurin-25.0.3",
                "home/someone/.asdf/installs/java/temurin-25",
                "Program Files/Java/jdk-25",
                "Program Files/Eclipse Adoptium/jdk-25.0.3.9-hotspot",
            })
    void usualPlace_isFound(String place) {
        Path home = machine.runtime(place, FakeMachine.TEMURIN_25);

        assertThat(machine.jdks().all()).singleElement().satisfies(jdk -> {
            assertThat(jdk.home()).isEqualTo(home);
            assertThat(jdk.version()).isEqualTo("25.0.3");
            assertThat(jdk.feature()).isEqualTo(25);
            assertThat(jdk.vendor()).isEqualTo("Eclipse Adoptium");
            assertThat(jdk.modules()).contains("jdk.jfr", "jdk.attach");
        });
    }

    @Test
    void linksToOneRuntime_areOneRuntime() {
        Path home = machine.runtime("usr/lib/jvm/java-17-openjdk-amd64", FakeMachine.DEBIAN_17);
        machine.link("usr/lib/jvm/java-1.17.0-openjdk-amd64", home);
        machine.link("usr/bin/java", home.resolve("bin/java"));
        machine.environment("PATH", root.resolve("usr/bin"))
                .environment("JAVA_HOME", home)
                .running(home);

        assertThat(machine.jdks().all()).extracting(Jdk::home).containsExactly(home);
    }

    @Test
    void javaOnThePath_throughLinks_isFound() {
        Path home = machine.runtime("somewhere/jdk", FakeMachine.DEBIAN_17);
        machine.link("etc/alternatives/java", home.resolve("bin/java"));
        machine.link("usr/bin/java", root.resolve("etc/alternatives/java"));
        machine.environment("PATH", "/does/not/exist:" + root.resolve("usr/bin") + "::\0");

        assertThat(machine.jdks().all()).extracting(Jdk::home).containsExactly(home);
    }

    @Test
    void folderWithoutReleaseFileOrJava_isNone() throws Exception {
        Files.createDirectories(root.resolve("usr/lib/jvm/openjdk-17")); // Debian's, with sources only
        Path noJava = machine.runtime("usr/lib/jvm/broken", FakeMachine.DEBIAN_17);
        Files.delete(noJava.resolve("bin/java"));
        Path noRelease = machine.runtime("usr/lib/jvm/old", FakeMachine.DEBIAN_17);
        Files.delete(noRelease.resolve("release"));
        machine.runtimeWith("usr/lib/jvm/odd", "JAVA_VERSION=\"next\"\n");
        machine.runtimeWith("usr/lib/jvm/garbled", "JAVA_VERSION=\\u12");

        assertThat(machine.jdks().all()).isEmpty();
    }

    @Test
    void oldOnesAndThoseWithoutJfr_areListedButNotUsed() {
        machine.runtimeWith("usr/lib/jvm/8", "JAVA_VERSION=\"1.8.0_402\"\n");
        machine.runtimeWith("usr/lib/jvm/small", "JAVA_VERSION=\"21.0.2\"\nMODULES=\"java.base java.logging\"\n");
        machine.runtime("usr/lib/jvm/17", FakeMachine.DEBIAN_17);

        Jdks jdks = machine.jdks();

        assertThat(jdks.all()).extracting(Jdk::feature).containsExactly(8, 17, 21);
        assertThat(jdks.usable()).extracting(Jdk::feature).containsExactly(17);
        assertThat(jdks.all().get(0).unusable()).contains("older than 17");
        assertThat(jdks.all().get(2).unusable()).contains("has no jdk.jfr module");
    }

    @Test
    void ofEachRelease_theMoreDeliberateChoiceIsUsed() {
        machine.runtime("usr/lib/jvm/25", FakeMachine.TEMURIN_25);
        Path chosen = machine.runtime("elsewhere/25", FakeMachine.TEMURIN_25);
        machine.runtime("usr/lib/jvm/17", FakeMachine.DEBIAN_17);
        machine.environment("JAVA_HOME", chosen);

        Jdks jdks = machine.jdks();

        assertThat(jdks.all()).hasSize(3);
        assertThat(jdks.usable()).extracting(Jdk::feature).containsExactly(17, 25);
        assertThat(jdks.select("25").home()).isEqualTo(chosen);
    }

    @Test
    void select_takesReleaseVersionOrFolder() {
        machine.runtime("usr/lib/jvm/17", FakeMachine.DEBIAN_17);
        Path hidden = machine.runtime("very/hidden", FakeMachine.TEMURIN_25);
        Jdks jdks = machine.jdks();

        assertThat(jdks.select("17").version()).isEqualTo("17.0.15");
        assertThat(jdks.select("17.0").version()).isEqualTo("17.0.15");
        assertThat(jdks.select("17.0.15").version()).isEqualTo("17.0.15");
        assertThat(jdks.select(hidden.toString()).feature()).isEqualTo(25);
    }

    @Test
    void select_saysWhatThereIs() {
        machine.runtime("usr/lib/jvm/17", FakeMachine.DEBIAN_17);
        machine.runtimeWith("usr/lib/jvm/8", "JAVA_VERSION=\"1.8.0_402\"\n");
        Jdks jdks = machine.jdks();

        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> jdks.select("25"))
                .withMessage("no JDK 25 on this machine")
                .satisfies(
                        e -> assertThat(e.hint()).isEqualTo("found: 17.0.15; another one by its folder, --jdk PATH"));
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> jdks.select("8"))
                .withMessageContaining("older than 17");
        assertThatExceptionOfType(BadRunException.class)
                .isThrownBy(() -> jdks.select("/no/such/folder"))
                .withMessage("no Java runtime in /no/such/folder");
    }
}
