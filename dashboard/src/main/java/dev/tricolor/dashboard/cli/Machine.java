package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.CollectorProbe;
import dev.tricolor.dashboard.run.GoPrograms;
import dev.tricolor.dashboard.run.GoToolchains;
import dev.tricolor.dashboard.run.Home;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.Jdks;
import dev.tricolor.dashboard.run.MachineFacts;
import dev.tricolor.dashboard.run.RunRequest;
import dev.tricolor.dashboard.run.Runner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What this machine has for runs. */
final class Machine {
    private Machine() {}

    /** Knows, from one start to the next, which collectors each Java runtime has. */
    static CollectorProbe collectors() {
        return new CollectorProbe(cache(System.getenv()).resolve("collectors.properties"));
    }

    /** All of it, for a runner. */
    static MachineFacts facts() {
        Home home = Home.find();
        return new MachineFacts(
                home,
                Jdks.find(),
                collectors(),
                GoToolchains.find(),
                new GoPrograms(home, cache(System.getenv())),
                Version.text());
    }

    /**
     * Checks a request without running anything.
     *
     * @throws dev.tricolor.dashboard.run.BadRunException where it can't be
     */
    static void check(RunRequest request) {
        Runner.check(request, facts());
    }

    private static Path cache(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("tricolor");
    }

    /** What more there would be to see with other JDKs and Go, and how to get them. */
    static List<String> wouldAdd(Jdks jdks, GoToolchains go) {
        List<Integer> have = jdks.usable().stream().map(Jdk::feature).toList();
        List<String> more = new ArrayList<>();
        if (have.stream().noneMatch(feature -> feature >= 25)) {
            more.add("with a JDK 25 also: generational ZGC and generational Shenandoah (install one, or --jdk PATH)");
        }
        if (have.stream().noneMatch(feature -> feature < 23)) {
            more.add("with a JDK 17 also: ZGC without generations (install one, or --jdk PATH)");
        }
        if (go.newest().isEmpty()) {
            more.add("with Go 1.19 or newer also: the same work in Go (install it, or --go PATH)");
        }
        return more;
    }
}
