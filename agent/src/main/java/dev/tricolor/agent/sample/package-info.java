/** Measures what JFR lacks and commits it as {@code tricolor.*} events. */
@NullMarked
package dev.tricolor.agent.sample;

import org.jspecify.annotations.NullMarked;
