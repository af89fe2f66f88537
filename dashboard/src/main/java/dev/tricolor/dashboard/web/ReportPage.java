package dev.tricolor.dashboard.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contrast page as one file that needs neither server nor network: the page's own modules and styles, and the data that
 * it would have asked for.
 *
 * <p>A module in a file can't import by path: each becomes a data URL, named by its path in an import map, and its import
 * lines name those.
 */
public final class ReportPage {
    private static final String ENTRY = "static/js/pages/contrast.js";
    private static final List<String> STYLES = List.of(
            "lib/uplot/uPlot.min.css",
            "static/css/base.css",
            "static/css/panel.css",
            "static/css/table.css",
            "static/css/ribbon.css",
            "static/css/cards.css");

    /** {@code import … from "…";} and {@code import "…";}, each on one line, as our modules write them. */
    private static final Pattern IMPORT =
            Pattern.compile("^((?:import|export) (?:[^\"\\n]* from )?)\"([^\"\\n]+)\";", Pattern.MULTILINE);

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private ReportPage() {}

    /**
     * The file.
     *
     * @param data for {@code source.js}: {@code {run, views: [{workload, heap, body}], …}}
     */
    public static String html(String title, JsonNode data) {
        StringBuilder styles = new StringBuilder();
        STYLES.forEach(s -> styles.append(text(s)).append('\n'));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; img-src data:">
                <title>${title}</title>
                <link rel="icon" href="data:image/svg+xml;base64,${icon}">
                <style>
                ${styles}</style>
                <script>
                ${theme}</script>
                <script type="importmap">${modules}</script>
                <script type="application/json" id="tricolor-report">${data}</script>
                </head>
                <body>
                <tricolor-header page="report"></tricolor-header>
                <main id="main" tabindex="-1"><noscript>This report draws with JavaScript; its numbers are in the file as JSON.</noscript></main>
                <script type="module">import "${entry}";</script>
                </body>
                </html>
                """.replace("${title}", title.replace("&", "&amp;").replace("<", "&lt;"))
                .replace("${icon}", BASE64.encodeToString(bytes("static/mark.svg")))
                .replace("${styles}", styles)
                .replace("${theme}", text("static/js/theme.js"))
                .replace("${modules}", importMap())
                .replace("${entry}", ENTRY)
                .replace("${data}", json(data));
    }

    private static String importMap() {
        Map<String, String> urls = new LinkedHashMap<>();
        modules()
                .forEach((name, source) -> urls.put(
                        name,
                        "data:text/javascript;base64,"
                                + BASE64.encodeToString(source.getBytes(StandardCharsets.UTF_8))));
        return json(Map.of("imports", urls));
    }

    /** All modules that the page imports, by path, their imports named by path too. */
    static Map<String, String> modules() {
        Map<String, String> found = new LinkedHashMap<>();
        add(ENTRY, found);
        return found;
    }

    private static void add(String path, Map<String, String> found) {
        if (found.containsKey(path)) {
            return;
        }
        String source = text(path);
        found.put(path, source);
        Matcher imports = IMPORT.matcher(source);
        StringBuilder rewritten = new StringBuilder();
        while (imports.find()) {
            String imported = resolve(path, imports.group(2));
            add(imported, found);
            imports.appendReplacement(rewritten, Matcher.quoteReplacement(imports.group(1) + '"' + imported + "\";"));
        }
        found.put(path, imports.appendTail(rewritten).toString());
    }

    private static String resolve(String from, String specifier) {
        return URI.create("/" + from).resolve(specifier).getPath().substring(1);
    }

    /** A tag that ends a script has no place in one. */
    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Pages.open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
