/** Pure functions from a timeline to numbers: pauses, stalls, MMU, rates, shares. */
@NullMarked
package dev.tricolor.dashboard.analysis;

import org.jspecify.annotations.NullMarked;
