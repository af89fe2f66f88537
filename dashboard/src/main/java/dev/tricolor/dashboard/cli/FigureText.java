package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A figure of the API ({@code {value, unit, instrument}} or {@code {missing}}) as people read it. */
final class FigureText {
    private FigureText() {}

    /** Its value with its unit; where there is none, n/a with a footnote in the table. */
    static String of(JsonNode figure, Table table) {
        JsonNode value = figure.path("value");
        if (value.isMissingNode() || value.isNull()) {
            return table.missing(figure.path("missing").asText("the dashboard does not tell it"));
        }
        if (!value.isNumber()) {
            return value.asText();
        }
        double number = value.asDouble();
        String unit = figure.path("unit").asText("");
        boolean count = unit.isEmpty() || unit.equals("count");
        return count && value.isIntegralNumber() ? value.asText() : Units.of(number, unit);
    }

    static boolean isOne(JsonNode node) {
        return node.isObject() && (node.has("missing") || (node.has("value") && node.has("instrument")));
    }
}
