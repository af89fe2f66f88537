package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.web.ReportPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run as one page: what the dashboard answers for each of its workloads and heaps, put into a file. */
final class RunReport {
    private static final String WORKLOAD = "workload";
    private static final String HEAP = "heap";

    private record Part(String workload, String heap) {}

    private RunReport() {}

    static String html(DashboardClient client, String run, JsonNode numbers) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("run", run);
        data.put("tricolor", Version.text());
        data.set("numbers", numbers.path("numbers"));
        data.set("algorithms", client.algorithms());
        ArrayNode views = data.putArray("views");
        JsonNode first = client.contrast(run, Map.of());
        add(views, first);
        parts(client, run, first).forEach(part -> {
            JsonNode body = client.contrast(run, Map.of(WORKLOAD, part.workload, HEAP, part.heap));
            add(views, body);
        });
        return ReportPage.html(
                String.join(" ", words(first.at("/matrix/workloads"))) + " run " + run + " · Tricolor", data);
    }

    /** What there is to choose, but for what is shown at first. */
    private static Set<Part> parts(DashboardClient client, String run, JsonNode first) {
        Set<Part> parts = new LinkedHashSet<>();
        for (String workload : words(first.at("/matrix/workloads"))) {
            JsonNode matrix = workload.equals(first.at("/matrix/workload").asText())
                    ? first.path("matrix")
                    : client.contrast(run, Map.of(WORKLOAD, workload)).path("matrix");
            matrix.path("heaps")
                    .forEach(heap ->
                            parts.add(new Part(workload, heap.path("bytes").asText())));
            if (matrix.path("heaps").size() > 1) {
                parts.add(new Part(workload, "all"));
            }
        }
        parts.remove(new Part(
                first.at("/matrix/workload").asText(), first.at("/matrix/heap").asText()));
        return parts;
    }

    private static void add(ArrayNode views, JsonNode body) {
        ObjectNode view = views.addObject();
        view.set(WORKLOAD, body.at("/matrix/workload"));
        view.set(HEAP, body.at("/matrix/heap"));
        view.set("body", body);
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(w -> words.add(w.asText()));
        return words;
    }
}
