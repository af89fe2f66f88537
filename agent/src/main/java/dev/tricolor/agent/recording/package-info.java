/** The JFR recording and the reading of its bytes from the repository's chunk files. */
@NullMarked
package dev.tricolor.agent.recording;

import org.jspecify.annotations.NullMarked;
