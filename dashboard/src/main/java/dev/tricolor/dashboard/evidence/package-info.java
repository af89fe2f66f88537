/** What the finished rows of a run say: means with confidence intervals, ratios, lower bounds. Pure functions. */
@NullMarked
package dev.tricolor.dashboard.evidence;

import org.jspecify.annotations.NullMarked;
