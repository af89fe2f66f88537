package dev.tricolor.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.workloads.engine.Engine;
import dev.tricolor.workloads.engine.Observer;
import dev.tricolor.workloads.report.Json;
import dev.tricolor.workloads.report.Result;
import dev.tricolor.workloads.spec.Parameters;
import dev.tricolor.workloads.spec.Workload;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Go program does the same work as the Java program: same seed and parameters, same checksum, same bytes asked for. */
class GoTwinTest {
    private static final List<String> JAVA_ONLY = List.of("metaspace", "offheap");

    /** Every workload with small parameters; each seed comes with others of them. */
    private static final Map<String, List<String>> VARIANTS = Map.ofEntries(
            churning("churn", "--warmup 10%", "--refs 7 --mutation 30%", "--refs 0 --sizes kafka"),
            churning("stall", "", "--survival 100%", "--large-share 1% --large-size 4k"),
            churning("squeeze", "", "--sizes spring --refs 1", "--threads 1"),
            workload("humongous", "--ops 20 --live 8m", "", "--min-size 1k --max-size 1k", "--threads 2 --warmup 100%"),
            workload("midlife", "--ops 20k --live 512k", "", "--survival 0", "--survival 100% --sizes kafka"),
            workload("mutate", "--ops 20k --live 512k", "", "--old-stores 5 --warmup 0", "--mutation 100%"),
            workload("list", "--ops 20k --live 512k", "--threads 2", "--chains 7", "--survival 90% --chains 1m"),
            workload("tree", "--ops 20k --live 512k", "", "--fanout 2 --threads 3", "--fanout 1000 --survival 90%"),
            workload(
                    "refs", "--ops 20k --kind weak", "", "--kind cleaner --kept 16", "--strong-share 100% --kept 1000"),
            workload("phases", "--ops 20k --live 512k --period 7000", "", "--hold 0", "--hold 100% --threads 3"),
            churning("burst", "--rate 1m", "--rate 1m --burst-factor 1", "--rate 2m --period 20ms --burst-length 5ms"),
            workload(
                    "stacks",
                    "--ops 20k --live 512k --stacks 20 --kind platform",
                    "--renew 1000",
                    "--renew 100 --depth 1000",
                    "--refs 3 --stacks 7 --renew 1 --ops 3k"),
            churning("leak", "", "--leak 100% --ops 5k", "--leak 0"),
            workload(
                    "fragment",
                    "--ops 20k --live 512k",
                    "",
                    "--pattern blocks --quiet 0",
                    "--min-size 8 --max-size 16"),
            churning("explicit", "--every 5000", "--every 500 --ops 5k", "--every 1g"));

    private static final List<String> SEEDS = List.of("1", "42", "9007199254740991");

    private static Map.Entry<String, List<String>> churning(String name, String... variants) {
        return workload(name, "--ops 20k --live 512k", variants);
    }

    private static Map.Entry<String, List<String>> workload(String name, String common, String... variants) {
        return Map.entry(
                name,
                Arrays.stream(variants)
                        .map(variant -> (common + " " + variant).strip())
                        .toList());
    }

    static Stream<Arguments> runs() {
        return twinned()
                .flatMap(workload -> Stream.of(0, 1, 2)
                        .map(i -> Arguments.of(
                                workload.name(),
                                SEEDS.get(i),
                                VARIANTS.get(workload.name()).get(i))));
    }

    static Stream<Workload> twinned() {
        return Workloads.ALL.stream().filter(workload -> !JAVA_ONLY.contains(workload.name()));
    }

    @ParameterizedTest(name = "{0} --seed {1} {2}")
    @MethodSource("runs")
    void sameSeed_sameWork(String workload, String seed, String variant) throws Exception {
        Map<String, String> given = options(variant);
        given.put("seed", seed);
        ChildJvm.Outcome go = GoProgram.run(arguments(workload, given));

        assertThat(go.exitCode()).as(go.err()).isZero();
        assertThat(work(go)).isEqualTo(javaWork(workload, given));
        // by the Go runtime's own count; it has all that was asked for, so nothing was kept off the heap
        assertThat(go.number("processAllocatedBytes")).isGreaterThanOrEqualTo(go.number("requestedBytes"));
        assertThat(go.number("processAllocatedObjects")).isGreaterThanOrEqualTo(go.number("objects"));
    }

    /** What must be equal, as text. */
    private static String work(ChildJvm.Outcome run) {
        return "checksum %s, %s bytes requested, %s objects, %s + %s operations"
                .formatted(
                        run.field("checksum"),
                        run.field("requestedBytes"),
                        run.field("objects"),
                        run.field("warmUpOperations"),
                        run.field("operations"));
    }

    /** In this JVM, but for the leak: its map is static, and a second run would find what the first one left. */
    private static String javaWork(String name, Map<String, String> given) throws Exception {
        if (name.equals("leak")) {
            Path java = TestJdks.java(Runtime.version().feature());
            return work(ChildJvm.run(java, List.of("-Xmx256m"), arguments(name, given)));
        }
        Workload workload =
                twinned().filter(each -> each.name().equals(name)).findAny().orElseThrow();
        Parameters parameters = Parameters.read(workload.knobs(), given::get);
        Result result = new Engine(workload, parameters, new Observer() {}).run();
        assertThat(result.allInvariantsHeld()).isTrue();
        return work(new ChildJvm.Outcome(0, result.toJson(), ""));
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new HashMap<>();
        String[] words = text.split(" +");
        for (int i = 0; i < words.length; i += 2) {
            options.put(words[i].substring(2), words[i + 1]); // a later one replaces an earlier one
        }
        return options;
    }

    private static String[] arguments(String workload, Map<String, String> options) {
        List<String> arguments = new ArrayList<>(List.of(workload));
        options.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        return arguments.toArray(String[]::new);
    }

    @Test
    void churn_hasTheChecksumThatEveryCollectorHas() {
        ChildJvm.Outcome run = GoProgram.run(
                "churn", "--ops", "2m", "--live", "8m", "--mutation", "2%", "--refs", "3", "--gogc", "50");

        assertThat(run.field("checksum")).isEqualTo(SameWorkEverywhereTest.CHURN_CHECKSUM);
    }

    @Test
    void resultLine_hasTheSameFieldsAndMore() throws Exception {
        Workload churn = twinned().findFirst().orElseThrow();
        Map<String, String> given = options("--ops 6400 --live 512k --rate 1m");
        Parameters parameters = Parameters.read(churn.knobs(), given::get);
        String java = new Engine(churn, parameters, new Observer() {}).run().toJson();
        String go = GoProgram.run(arguments("churn", given)).out();

        assertThat(fieldNames(go)).containsAll(fieldNames(java));
        assertThat(fieldNames(go)).contains("gogc", "memlimit", "procs", "greentea", "numGC");
        assertThat(part(go, "parameters")).isEqualTo(part(java, "parameters"));
        assertThat(go).contains("\"runtime\":{\"name\":\"go\",\"version\":\"go1.", "\"collector\":\"go\"");
    }

    private static List<String> fieldNames(String json) {
        String measured = json.substring(0, json.indexOf("\"unavailable\""));
        return Pattern.compile("\"([A-Za-z0-9]+)\":")
                .matcher(measured)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The object of a field that holds no other object. */
    private static String part(String json, String field) {
        int start = json.indexOf("\"" + field + "\":{");
        return json.substring(start, json.indexOf('}', start));
    }

    /** Except of the kinds that differ: reference objects, and what a thread is. */
    @ParameterizedTest
    @MethodSource("twinned")
    void knobs_areTheSame(Workload workload) {
        String list = GoProgram.run("workloads", "--json").out();
        int start = list.indexOf("{\"name\":\"" + workload.name() + "\",\"summary\"");
        int next = list.indexOf("\"summary\"", list.indexOf("\"knobs\":", start));
        String go = list.substring(list.indexOf("\"knobs\":", start), next < 0 ? list.length() : next);
        String java = Json.of(workload.knobs().stream().map(KnobTexts::asMap).toList());

        assertThat(withoutKind(go)).startsWith("\"knobs\":" + withoutKind(java));
    }

    private static String withoutKind(String json) {
        return json.replaceAll("\\{\"name\":\"kind\"[^}]*},?", "");
    }

    @Test
    void latencies_areReadByTheLibraryAndAgree() throws Exception {
        ChildJvm.Outcome run = GoProgram.run("churn", "--ops", "640k", "--rate", "3m", "--live", "1m", "--warmup", "0");

        Matcher latency = Pattern.compile("\"(service|response)\":(\\{[^}]*})").matcher(run.out());
        for (String which : List.of("service", "response")) {
            assertThat(latency.find()).as(run.out()).isTrue();
            assertThat(latency.group(1)).isEqualTo(which);
            ChildJvm.Outcome told = new ChildJvm.Outcome(0, latency.group(2), "");
            byte[] bytes = Base64.getDecoder().decode(told.field("histogram"));
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
            assertThat(histogram.getTotalCount()).isEqualTo(10_000).isEqualTo(told.number("count"));
            assertThat(histogram.getValueAtPercentile(50)).isPositive().isEqualTo(told.number("p50Ns"));
            assertThat(histogram.getValueAtPercentile(90)).isEqualTo(told.number("p90Ns"));
            assertThat(histogram.getValueAtPercentile(99)).isEqualTo(told.number("p99Ns"));
            assertThat(histogram.getValueAtPercentile(99.9)).isEqualTo(told.number("p999Ns"));
            assertThat(histogram.getValueAtPercentile(99.99)).isEqualTo(told.number("p9999Ns"));
            assertThat(histogram.getMaxValue()).isEqualTo(told.number("maxNs"));
        }
    }

    @Test
    void runtimeKnobs_takeEffectAndAreTold() {
        ChildJvm.Outcome tight = churnWith("--gogc", "25", "--procs", "1");
        ChildJvm.Outcome wide = churnWith("--gogc", "400", "--memlimit", "1g");
        ChildJvm.Outcome off = churnWith("--gogc", "off");

        assertThat(tight.number("gogc")).isEqualTo(25);
        assertThat(tight.number("procs")).isEqualTo(1);
        assertThat(tight.field("memlimit")).isEqualTo("null");
        assertThat(wide.number("gogc")).isEqualTo(400);
        assertThat(wide.number("memlimit")).isEqualTo(1L << 30);
        assertThat(off.number("gogc")).isEqualTo(-1);
        assertThat(off.number("numGC")).isZero();
        assertThat(tight.number("numGC"))
                .isGreaterThan(2 * wide.number("numGC"))
                .isPositive();
    }

    private static ChildJvm.Outcome churnWith(String... knobs) {
        return GoProgram.run(Stream.concat(Stream.of("churn", "--ops", "500k", "--live", "4m"), Arrays.stream(knobs))
                .toArray(String[]::new));
    }

    @Test
    void shareOfTheHeap_isOfTheMemoryLimit() {
        ChildJvm.Outcome with = GoProgram.run("stall", "--ops", "1000", "--memlimit", "64m", "--live", "25%");
        ChildJvm.Outcome without = GoProgram.run("stall", "--ops", "1000", "--memlimit", "off");

        assertThat(with.number("live")).as(with.err()).isEqualTo((64L << 20) / 1_000_000 * 250_000);
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .isEqualTo("tricolor-workloads: stall: --live can't be 45%, since Go has no maximum heap; give it bytes"
                        + " such as 48m, or a --memlimit to take the share of\n");
    }

    @Test
    void endOfStandardInput_endsTheProgram() throws Exception {
        Process process = GoProgram.start(
                Map.of("TRICOLOR_END_WITH_STDIN", "1"), "churn", "--duration", "10m", "--live", "1m", "--warmup", "0");
        process.getOutputStream().close();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = BadInputTest.COMMAND_LINES)
    void badInput_givesTheSameLineAsInJava(String commandLine, String expected) {
        ChildJvm.Outcome run = GoProgram.run(BadInputTest.arguments(commandLine));

        assertThat(run.err()).isEqualTo("tricolor-workloads: " + expected + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void sources_areFormattedVettedAndTested() {
        assertThat(GoProgram.tool("gofmt", "-l", ".")).isEmpty();
        GoProgram.tool("go", "vet", "./...");
        GoProgram.tool("go", "test", "-vet=off", "./...");
    }
}
