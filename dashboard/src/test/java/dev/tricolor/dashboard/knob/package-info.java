/** The knob of running JVMs: turned over the API, measured by the application itself. */
@org.jspecify.annotations.NullMarked
package dev.tricolor.dashboard.knob;
