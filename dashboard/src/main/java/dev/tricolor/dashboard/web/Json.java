package dev.tricolor.dashboard.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * How values look in our JSON: times in epoch seconds with nanoseconds ({@code 1763879211.123456789}), durations in
 * seconds, a number that is not there as {@code null}.
 */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new SimpleModule("tricolor")
                    .addSerializer(double[].class, new Doubles())
                    .addSerializer(double.class, new Single())
                    .addSerializer(Double.class, new Single())
                    .addSerializer(Instant.class, new Times())
                    .addSerializer(Duration.class, new Durations()));

    private Json() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void answer(Context ctx, Object value) {
        ctx.contentType("application/json").header("Cache-Control", "no-store").result(bytes(value));
    }

    /** Epoch seconds, exact to the nanosecond. */
    static BigDecimal seconds(Instant t) {
        return BigDecimal.valueOf(t.getEpochSecond()).add(BigDecimal.valueOf(t.getNano(), 9));
    }

    static BigDecimal seconds(Duration d) {
        return BigDecimal.valueOf(d.getSeconds()).add(BigDecimal.valueOf(d.getNano(), 9));
    }

    private static final class Doubles extends JsonSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider p) throws IOException {
            out.writeStartArray();
            for (double v : values) {
                write(v, out);
            }
            out.writeEndArray();
        }

        /** Whole numbers without the {@code .0} that Jackson would add: half of a panel's bytes are those. */
        static void write(double v, JsonGenerator out) throws IOException {
            if (Double.isNaN(v) || Double.isInfinite(v)) {
                out.writeNull();
            } else if (v == Math.rint(v) && Math.abs(v) < 1e15) {
                out.writeNumber((long) v);
            } else {
                out.writeNumber(v);
            }
        }
    }

    private static final class Single extends JsonSerializer<Double> {
        @Override
        public void serialize(Double v, JsonGenerator out, SerializerProvider p) throws IOException {
            Doubles.write(v, out);
        }
    }

    private static final class Times extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant t, JsonGenerator out, SerializerProvider p) throws IOException {
            out.writeNumber(seconds(t));
        }
    }

    private static final class Durations extends JsonSerializer<Duration> {
        @Override
        public void serialize(Duration d, JsonGenerator out, SerializerProvider p) throws IOException {
            out.writeNumber(seconds(d));
        }
    }
}
