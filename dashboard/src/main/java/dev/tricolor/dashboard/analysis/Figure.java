package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.function.Function;

/**
 * A number together with the instrument that it was read from, or the reason why there is none.
 *
 * <p>What can't be known is never 0. In JSON a figure is {@code {"value":…,"unit":…,"instrument":…}} or
 * {@code {"missing":"why"}}.
 */
public sealed interface Figure<T> {

    /**
     * A number that was measured.
     *
     * @param unit {@code ns}, {@code bytes}, {@code bytes/s}, {@code operations/s}, {@code share} (0..1), {@code %},
     *     {@code count} or empty for text
     * @param instrument which event, counter or file, at what resolution, and what it leaves out
     */
    record Known<T>(T value, String unit, String instrument) implements Figure<T> {}

    /**
     * A number that there is not.
     *
     * @param why in words that fit after "not available:"
     */
    record Missing<T>(@JsonProperty("missing") String why) implements Figure<T> {}

    static <T> Figure<T> known(T value, String unit, String instrument) {
        return new Known<>(value, unit, instrument);
    }

    static <T> Figure<T> missing(String why) {
        return new Missing<>(why);
    }

    /** A missing figure where {@code value} is empty. */
    static <T> Figure<T> of(Optional<? extends T> value, String unit, String instrument, String why) {
        return value.isPresent() ? known(value.get(), unit, instrument) : missing(why);
    }

    default Optional<T> optional() {
        return this instanceof Known<T> k ? Optional.of(k.value()) : Optional.empty();
    }

    /** The same figure of something computed from its value; the reason stays where it is missing. */
    default <U> Figure<U> map(String unit, Function<? super T, ? extends U> f) {
        if (this instanceof Known<T> k) {
            return known(f.apply(k.value()), unit, k.instrument());
        }
        return missing(((Missing<T>) this).why());
    }
}
