package dev.tricolor.dashboard.run;

import java.util.List;
import java.util.Map;

/**
 * A child as it is started.
 *
 * @param environment what is added to the clean one
 */
record Launch(List<String> command, Map<String, String> environment) {
    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
