package dev.tricolor.workloads.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void everyKindOfValue() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("long", Long.MIN_VALUE);
        map.put("absent", null);
        map.put("list", Arrays.asList(1, true, "x", null));
        map.put("empty", Map.of());

        assertThat(Json.of(map))
                .isEqualTo("{\"long\":-9223372036854775808,\"absent\":null,\"list\":[1,true,\"x\",null],\"empty\":{}}");
    }

    @Test
    void text_isEscapedToPrintableAscii() {
        assertThat(Json.of("a\"b\\c\n\r\t\0é\u2028\ud800"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u00e9\\u2028\\ud800\"");
    }

    @Test
    void floatingPoint_isRefused() {
        assertThatThrownBy(() -> Json.of(0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
