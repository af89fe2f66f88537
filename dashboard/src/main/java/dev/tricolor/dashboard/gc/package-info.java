/** The domain: what a garbage collector did, with pause, cycle, concurrent phase, stall and cost kept apart. */
@NullMarked
package dev.tricolor.dashboard.gc;

import org.jspecify.annotations.NullMarked;
