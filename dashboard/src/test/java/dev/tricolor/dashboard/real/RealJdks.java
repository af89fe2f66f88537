package dev.tricolor.dashboard.real;

import static org.junit.jupiter.api.Assertions.fail;

import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.Jdks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDKs that the tests are about: 17 and 25. One that is missing is said aloud, and fails where all are required. */
public final class RealJdks {

    /** One collector on one JDK. */
    public record Case(CollectorChoice choice, Jdk jdk) {
        @Override
        public String toString() {
            return choice.id() + " " + jdk.feature();
        }
    }

    private RealJdks() {}

    /** Whether a part that is missing on this machine fails the test instead of leaving it out. */
    public static boolean required() {
        return "all".equals(System.getenv("TRICOLOR_REQUIRE"));
    }

    public static List<Jdk> all() {
        List<Jdk> usable = Jdks.find().usable();
        List<Jdk> found = new ArrayList<>();
        for (int feature : new int[] {17, 25}) {
            usable.stream()
                    .filter(j -> j.feature() == feature)
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> missing("JDK " + feature));
        }
        return found;
    }

    /** Every collector of every one of them, but Epsilon. */
    public static Stream<Case> collectors() {
        return all().stream()
                .flatMap(jdk -> Stream.of(CollectorChoice.values())
                        .filter(c -> c != CollectorChoice.EPSILON && c.existsIn(jdk.feature()))
                        .map(c -> new Case(c, jdk)));
    }

    /** Says what is missing; fails where everything is required. */
    public static void missing(String what) {
        System.out.println("SKIPPED: " + what + " is missing on this machine");
        if (required()) {
            fail(what + " is missing, and TRICOLOR_REQUIRE=all");
        }
    }
}
