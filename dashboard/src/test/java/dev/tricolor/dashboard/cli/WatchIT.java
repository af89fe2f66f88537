package dev.tricolor.dashboard.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.Needs;
import dev.tricolor.dashboard.real.GoProgram;
import dev.tricolor.dashboard.real.ServeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched program prints and ends as it does without us, and its collections are on the dashboard. */
class WatchIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Prints all kinds of bytes, with collections between them, and ends by the code or the signal that it is told. */
    private static final String PROGRAM = """
            package main

            import (
            	"fmt"
            	"os"
            	"os/signal"
            	"runtime"
            	"strconv"
            	"syscall"
            	"time"
            )

            func main() {
            	fmt.Println("args", os.Args[1:], "godebug", os.Getenv("HAD"))
            	code, err := strconv.Atoi(os.Args[1])
            	if err != nil {
            		signals := make(chan os.Signal, 1)
            		if os.Args[1] == "handles" {
            			signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
            		}
            		go time.Sleep(time.Hour) // a program without it would be at a dead lock
            		fmt.Fprintln(os.Stderr, "waits")
            		got := <-signals
            		fmt.Fprintln(os.Stderr, "got", got)
            		os.Exit(3)
            	}
            	var memory runtime.MemStats
            	for i := 0; i < 100; i++ {
            		switch i % 5 {
            		case 0:
            			fmt.Fprintf(os.Stderr, "line %d\\n", i)
            		case 1:
            			os.Stderr.Write([]byte{0, 255, 'g', 'c', ' ', 10})
            		case 2:
            			fmt.Fprint(os.Stderr, ".")
            		case 3:
            			fmt.Fprint(os.Stderr, "\\ngc is fun\\nGC forced by me\\nscan: it\\n")
            		case 4:
            			fmt.Fprintf(os.Stderr, "gc %d @ home\\n", i)
            		}
            		runtime.GC()
            		runtime.ReadMemStats(&memory) // waits until the trace line is out
            	}
            	fmt.Fprint(os.Stderr, "no newline at the end")
            	os.Exit(code)
            }
            """;

    private static final Pattern TRACE = Pattern.compile("gc \\d+ @[^\n]* P(?: \\(forced\\))?\n");

    @TempDir
    Path folder;

    /** How a program ended, and the bytes it printed, as Latin-1. */
    private record Ending(int exitCode, String out, String err) {}

    @Test
    void bytesAndExitCode_areThoseOfTheUnwatchedProgram() throws Exception {
        Path program = GoProgram.build(folder, "noisy", PROGRAM);
        Ending alone = end(start("alone", Map.of(), List.of(program.toString(), "7", "--x", "y")), "alone");
        assertThat(alone.exitCode()).isEqualTo(7);

        Ending watched = end(
                watch("own", "--data", data("own"), "--port", "0", "--", program.toString(), "7", "--x", "y"), "own");
        assertThat(watched).isEqualTo(alone);
        List<JsonNode> lines = log(folder.resolve("own-data"));
        assertThat(lines.stream().map(l -> l.path("t").asText()).distinct())
                .contains("info", "gctrace", "exit", "agent");
        assertThat(collections(lines)).isEqualTo(numbers(100));
        assertThat(lines.get(0).path("go").asText()).startsWith("go1.");
        assertThat(lines.get(0).path("args").path(1).asText()).isEqualTo("7");
        assertThat(lines.get(lines.size() - 1).path("code").asInt()).isEqualTo(7);

        // Without --, and with a trace that the user asked for himself: he sees it.
        List<String> command = command("--data", data("kept"), "--port", "0", program.toString(), "7", "--x", "y");
        Ending kept = end(start("kept", Map.of("GODEBUG", "gctrace=1"), command), "kept");
        assertThat(TRACE.matcher(kept.err()).results()).hasSize(100);
        assertThat(new Ending(
                        kept.exitCode(), kept.out(), TRACE.matcher(kept.err()).replaceAll("")))
                .isEqualTo(alone);
        assertThat(collections(log(folder.resolve("kept-data")))).isEqualTo(numbers(100));
    }

    @Test
    void signals_reachTheProgram() throws Exception {
        Path program = GoProgram.build(folder, "noisy", PROGRAM);
        for (String signal : List.of("TERM", "INT")) {
            List<String> command = new ArrayList<>(List.of("setsid")); // no terminal that would signal the program too
            command.addAll(command("--data", data("s"), "--port", "0", "--", program.toString(), "handles"));
            Process watch = start("handles" + signal, Map.of(), command);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> err("handles" + signal).contains("waits"));
            kill(signal, watch);
            Ending ending = end(watch, "handles" + signal);
            assertThat(ending.exitCode()).isEqualTo(3);
            assertThat(ending.err())
                    .isEqualTo("waits\ngot " + (signal.equals("TERM") ? "terminated" : "interrupt") + "\n");
        }
        Process watch = watch("dies", "--data", data("s"), "--port", "0", "--", program.toString(), "dies");
        await().atMost(Duration.ofSeconds(60)).until(() -> err("dies").contains("waits"));
        kill("TERM", watch);
        assertThat(end(watch, "dies").exitCode()).isEqualTo(128 + 15);
    }

    @Test
    void programThatIsNoGo_isRemarkedOnOnce_andOneThatIsMissing_isExit127() throws Exception {
        Process watch = watch(
                "sh",
                "--data",
                data("sh"),
                "--port",
                "0",
                "--patience",
                "1",
                "--",
                "sh",
                "-c",
                "read x; echo $x >&2; exit 5");
        await().atMost(Duration.ofSeconds(60)).until(() -> err("sh").contains("is it a Go program?"));
        watch.getOutputStream().write("words\n".getBytes(ISO_8859_1));
        watch.getOutputStream().close();
        Ending ending = end(watch, "sh");
        assertThat(ending.exitCode()).isEqualTo(5);
        assertThat(ending.err()).matches("tricolor: no trace lines yet: is it a Go program\\?.*\nwords\n");

        Ending none = end(watch("none", "--data", data("sh"), "--port", "0", "--", "no-such-program"), "none");
        assertThat(none).isEqualTo(new Ending(127, "", "tricolor: no-such-program: no such program\n"));
        Ending folderAsProgram = end(watch("dir", "--data", data("sh"), "--port", "0", "--", folder.toString()), "dir");
        assertThat(folderAsProgram.exitCode()).isEqualTo(126);
        assertThat(folderAsProgram.err().lines()).hasSize(1);
    }

    /** Debian's Prometheus, as it is, under load. */
    @Test
    void realServer_underLoad_isWatchedLive_andEndsAsAlways() throws Exception {
        Path prometheus = Needs.prometheus();
        int port = ServeProcess.freePort();
        Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - {job_name: self, static_configs: [{targets: ['127.0.0.1:%d']}]}
                """.formatted(port));
        try (ServeProcess dashboard = ServeProcess.start(folder.resolve("live-data"))) {
            Process watch = watch(
                    "live",
                    "--url",
                    dashboard.url(),
                    "--name",
                    "prom",
                    "--",
                    prometheus.toString(),
                    "--config.file=" + folder.resolve("prometheus.yml"),
                    "--storage.tsdb.path=" + folder.resolve("tsdb"),
                    "--web.listen-address=127.0.0.1:" + port);
            URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
            HttpClient http = HttpClient.newHttpClient();
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> get(http, metrics) == 200);
            await("five collections on the dashboard while it runs")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> {
                        for (int i = 0; i < 50; i++) {
                            get(http, metrics);
                        }
                        return collections(log(folder.resolve("live-data"))).size() >= 5;
                    });
            assertThat(watch.isAlive()).isTrue();
            kill("TERM", watch);
            Ending ending = end(watch, "live");
            assertThat(ending.exitCode()).isZero();
            assertThat(ending.out()).isEmpty();
            assertThat(ending.err().lines()).allMatch(line -> line.startsWith("ts=") || line.startsWith("time="));
            assertThat(ending.err())
                    .contains("Start")
                    .contains("See you next time!")
                    .endsWith("\n");
            List<JsonNode> lines = log(folder.resolve("live-data"));
            assertThat(collections(lines)).isEqualTo(numbers(collections(lines).size()));
            assertThat(lines.stream().filter(l -> l.path("t").asText().equals("process")))
                    .isNotEmpty()
                    .allMatch(l -> l.path("rss").asLong() > 10_000_000);
            assertThat(lines.get(lines.size() - 1).path("code").asInt(-1)).isZero();
        }
    }

    private static int get(HttpClient http, URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void kill(String signal, Process process) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static List<Integer> numbers(int last) {
        return Stream.iterate(1, n -> n + 1).limit(last).collect(Collectors.toList());
    }

    /** The numbers of the collections in a log. */
    private static List<Integer> collections(List<JsonNode> lines) {
        return lines.stream()
                .filter(l -> l.path("t").asText().equals("gctrace"))
                .map(l -> l.path("line").asText())
                .filter(l -> l.startsWith("gc "))
                .map(l -> Integer.valueOf(l.split(" ", 3)[1]))
                .toList();
    }

    private static List<JsonNode> log(Path data) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ndjson")).toList()) {
                String text = Files.readString(file);
                for (String line :
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                    lines.add(JSON.readTree(line));
                }
            }
        }
        return lines;
    }

    private String data(String name) {
        return folder.resolve(name + "-data").toString();
    }

    private String err(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".err"), ISO_8859_1);
    }

    private Process watch(String name, String... arguments) throws IOException {
        return start(name, Map.of(), command(arguments));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "watch"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private Process start(String name, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().remove("GODEBUG");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ending end(Process process, String name) throws Exception {
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(err(name)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Ending(process.exitValue(), Files.readString(folder.resolve(name + ".out"), ISO_8859_1), err(name));
    }
}
