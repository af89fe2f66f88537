/** Turns the JVM's knobs while it runs. No class of it is loaded while the agent runs without {@code control=on}. */
@NullMarked
package dev.tricolor.agent.knob;

import org.jspecify.annotations.NullMarked;
