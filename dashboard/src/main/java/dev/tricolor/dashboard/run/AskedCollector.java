package dev.tricolor.dashboard.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A collector as a request names it: {@code g1} on every JDK, {@code g1-17} on that one alone.
 *
 * @param jdk feature release; null for every one
 */
record AskedCollector(CollectorChoice collector, @Nullable Integer jdk) {
    private static final Pattern ON_ONE_JDK = Pattern.compile("(.*)-([0-9]{1,3})");

    static AskedCollector of(String word) {
        Matcher m = ON_ONE_JDK.matcher(word.strip());
        return m.matches()
                ? new AskedCollector(CollectorChoice.of(m.group(1)), Integer.valueOf(m.group(2)))
                : new AskedCollector(CollectorChoice.of(word), null);
    }

    boolean means(CollectorChoice other, Jdk on) {
        return collector == other && (jdk == null || jdk == on.feature());
    }

    void refuseUnlessIn(List<Jdk> jdks) {
        if (jdk != null && jdks.stream().noneMatch(j -> j.feature() == jdk)) {
            throw new BadRunException(
                    collector.id() + "-" + jdk + ": JDK " + jdk + " is not among those of this run",
                    "name it with --jdk, or leave -" + jdk + " away",
                    "collectors");
        }
    }
}
