package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.run.CollectorChoice;
import java.util.List;

/**
 * A collector as pages show it.
 *
 * @param id as requests name it
 * @param flags that select it
 */
record CollectorView(String id, String label, String colour, List<String> flags) {

    static CollectorView of(CollectorChoice choice, int feature) {
        return new CollectorView(choice.id(), label(choice), choice.collector().colour(), choice.flags(feature));
    }

    static String label(CollectorChoice choice) {
        boolean named = choice.id().equals(choice.collector().id());
        return named ? choice.collector().label() : choice.collector().label() + " gen.";
    }
}
