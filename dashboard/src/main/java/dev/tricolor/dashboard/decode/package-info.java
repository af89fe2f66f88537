/** Turns a session's log into domain events, while it grows. */
@NullMarked
package dev.tricolor.dashboard.decode;

import org.jspecify.annotations.NullMarked;
