package dev.tricolor.dashboard.run;

import java.net.URI;
import java.util.Map;

/**
 * Where a child's agent reports to, and as what.
 *
 * @param name of the session
 * @param labels of the session
 */
record Reporting(URI address, String name, Map<String, String> labels) {}
