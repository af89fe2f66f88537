package dev.tricolor.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file asks for nothing that is not in it. */
class ReportPageTest {
    /** Static ones, at the beginning of a line or after a brace on a line of its own, and dynamic ones. */
    private static final Pattern IMPORTED = Pattern.compile(
            "^\\s*(?:import|export|\\}) ?[^\"'(=\\n]*[\"']([^\"'\\n]+)[\"'];|\\bimport\\(\\s*[\"']([^\"']+)[\"']",
            Pattern.MULTILINE);

    @Test
    void everyImport_namesAModuleInTheFile() {
        Map<String, String> modules = ReportPage.modules();
        assertThat(modules).containsKeys("static/js/pages/contrast.js", "lib/uplot/uPlot.esm.js");
        int imports = 0;
        for (Map.Entry<String, String> module : modules.entrySet()) {
            Matcher m = IMPORTED.matcher(module.getValue());
            while (m.find()) {
                imports++;
                assertThat(modules).as(module.getKey()).containsKey(m.group(1) == null ? m.group(2) : m.group(1));
            }
        }
        assertThat(imports).isGreaterThan(modules.size());
    }

    @Test
    void data_canNotEndItsScript() {
        var data = JsonNodeFactory.instance.objectNode().put("name", "</script><script>alert(1)</script>");
        assertThat(ReportPage.html("<b>&", data))
                .contains("\\u003c/script>\\u003cscript>alert(1)")
                .contains("<title>&lt;b>&amp;</title>")
                .doesNotContain("<script>alert");
    }
}
