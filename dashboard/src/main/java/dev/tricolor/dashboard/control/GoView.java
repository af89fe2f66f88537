package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.run.GoToolchain;
import dev.tricolor.dashboard.run.GoToolchains;
import dev.tricolor.dashboard.run.GoTwins;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Go on this machine, as the page has it.
 *
 * @param toolchains all that were found, newest first
 * @param newest the version that runs use; null where there is none
 * @param release of the newest, as rows and baselines name it; null where there is none
 * @param greenTea whether the newest can build with Green Tea and without
 * @param hint what to do where there is none
 * @param inJavaOnly workloads that Go does not have, and why
 */
record GoView(
        List<Toolchain> toolchains,
        @Nullable String newest,
        @Nullable String release,
        boolean greenTea,
        String label,
        String colour,
        String hint,
        Map<String, String> inJavaOnly) {

    /** One that was found; {@code why} it is not used, else null. */
    record Toolchain(
            String version,
            String go,
            boolean greenTea,
            @Nullable String why) {}

    static GoView of(GoToolchains found) {
        return new GoView(
                found.all().stream()
                        .map(go -> new Toolchain(
                                go.version(),
                                go.go().toString(),
                                go.offersGreenTea(),
                                go.unusable().orElse(null)))
                        .toList(),
                found.newest().map(GoToolchain::version).orElse(null),
                found.newest().map(GoToolchain::release).orElse(null),
                found.newest().map(GoToolchain::offersGreenTea).orElse(false),
                Collector.GO.label(),
                Collector.GO.colour(),
                "install Go 1." + GoToolchain.OLDEST_MINOR + " or newer, then reload",
                GoTwins.inJavaOnly());
    }
}
