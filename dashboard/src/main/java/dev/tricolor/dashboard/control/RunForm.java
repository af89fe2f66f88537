package dev.tricolor.dashboard.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.run.GoRequest;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.Jdks;
import dev.tricolor.dashboard.run.RunRequest;
import dev.tricolor.dashboard.run.WorkloadCatalog;
import dev.tricolor.dashboard.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run as a page asks for it, in JSON: the fields of {@link RunRequest}, with the workload's arguments as {@code knobs} by
 * name. Takes less than the command line does: JDKs by their release and only those found, knobs that the catalogue knows,
 * and no files.
 */
final class RunForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LIST = 64;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_INVOCATIONS = 1000;
    private static final int LONGEST_LIMIT_MINUTES = 24 * 60;
    private static final Set<String> FIELDS = Set.of(
            "workloads",
            "knobs",
            "collectors",
            "jdks",
            "heaps",
            "headrooms",
            "repeat",
            "control",
            "baseline",
            "pin",
            "gogc",
            "memlimits",
            "greentea",
            "equalMemory",
            "limitMinutes");

    private final JsonNode body;

    private RunForm(JsonNode body) {
        this.body = body;
    }

    /**
     * Reads.
     *
     * @throws Problem naming the first field that is wrong
     */
    static RunRequest read(String text, WorkloadCatalog catalog, Jdks jdks) {
        JsonNode body;
        try {
            body = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw wrong("", "The body is not JSON: " + e.getOriginalMessage());
        }
        if (!body.isObject()) {
            throw wrong("", "The body is not a JSON object.");
        }
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw wrong(field.getKey(), "There is no field \"" + field.getKey() + "\".");
            }
        }
        return new RunForm(body).request(catalog, jdks);
    }

    private RunRequest request(WorkloadCatalog catalog, Jdks jdks) {
        int repeat = number("repeat", 1, MOST_INVOCATIONS);
        List<String> workloads = words("workloads");
        if (workloads.isEmpty()) {
            throw wrong("workloads", "No workload is chosen.");
        }
        for (String workload : workloads) {
            if (!catalog.names().contains(workload)) {
                throw wrong("workloads", "There is no workload \"" + workload + "\".");
            }
        }
        List<String> heaps = words("heaps");
        List<String> headrooms = words("headrooms");
        if (!heaps.isEmpty() && !headrooms.isEmpty()) {
            throw wrong("headrooms", "Give heaps or headrooms, not both.");
        }
        if (flag("equalMemory", false) && !(heaps.isEmpty() && headrooms.isEmpty())) {
            throw wrong("equalMemory", "Equal memory sets the JVMs' heaps itself: leave heaps and headrooms away.");
        }
        return new RunRequest(
                workloads,
                arguments(workloads, catalog),
                words("collectors"),
                found(words("jdks"), jdks),
                heaps,
                headrooms,
                repeat,
                flag("control", repeat > 1),
                text("baseline"),
                text("pin"),
                go(),
                body.has("limitMinutes")
                        ? number("limitMinutes", RunRequest.DEFAULT_LIMIT_MINUTES, LONGEST_LIMIT_MINUTES)
                        : RunRequest.DEFAULT_LIMIT_MINUTES);
    }

    /** With the newest toolchain that is found. */
    private GoRequest go() {
        return new GoRequest(
                List.of(), words("gogc"), words("memlimits"), words("greentea"), flag("equalMemory", false));
    }

    private static List<String> found(List<String> words, Jdks jdks) {
        List<Jdk> usable = jdks.usable();
        for (String word : words) {
            if (usable.stream()
                    .noneMatch(j -> String.valueOf(j.feature()).equals(word)
                            || j.version().equals(word))) {
                throw wrong(
                        "jdks",
                        "JDK \"" + word + "\" is none of those found: "
                                + String.join(
                                        ", ", usable.stream().map(Jdk::version).toList()) + ".");
            }
        }
        return words;
    }

    private List<String> arguments(List<String> workloads, WorkloadCatalog catalog) {
        JsonNode knobs = body.path("knobs");
        if (!knobs.isMissingNode() && !knobs.isObject()) {
            throw wrong("knobs", "knobs is an object: {\"ops\": \"20m\"}.");
        }
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : knobs.properties()) {
            String field = "knobs." + entry.getKey();
            String value = checkedText(field, entry.getValue());
            for (String workload : workloads) {
                JsonNode knob = catalog.knob(workload, entry.getKey())
                        .orElseThrow(() -> wrong(field, workload + " has no knob \"" + entry.getKey() + "\"."));
                Optional<String> why = KnobValue.wrong(knob, value);
                if (why.isPresent()) {
                    throw wrong(field, why.get() + ".");
                }
            }
            arguments.add("--" + entry.getKey() + "=" + value);
        }
        return arguments;
    }

    private List<String> words(String field) {
        JsonNode list = body.path(field);
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > LONGEST_LIST) {
            throw wrong(field, field + " is a list of at most " + LONGEST_LIST + " texts.");
        }
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(checkedText(field, word)));
        return words;
    }

    private String text(String field) {
        JsonNode text = body.path(field);
        return text.isMissingNode() ? "" : checkedText(field, text);
    }

    private static String checkedText(String field, JsonNode value) {
        if (!value.isTextual() || value.asText().length() > LONGEST_TEXT) {
            throw wrong(field, field + " wants a text of at most " + LONGEST_TEXT + " characters.");
        }
        return value.asText().strip();
    }

    private int number(String field, int otherwise, int most) {
        JsonNode number = body.path(field);
        if (number.isMissingNode()) {
            return otherwise;
        }
        if (!number.isIntegralNumber() || !number.canConvertToInt() || number.asInt() < 1 || number.asInt() > most) {
            throw wrong(field, field + " is a whole number from 1 to " + most + ".");
        }
        return number.asInt();
    }

    private boolean flag(String field, boolean otherwise) {
        JsonNode flag = body.path(field);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw wrong(field, field + " is true or false.");
        }
        return flag.isMissingNode() ? otherwise : flag.asBoolean();
    }

    private static Problem wrong(String field, String detail) {
        return new Problem(400, "Bad request", detail, field);
    }
}
