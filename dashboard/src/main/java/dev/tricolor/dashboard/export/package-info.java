/** Metrics for other systems. */
@NullMarked
package dev.tricolor.dashboard.export;

import org.jspecify.annotations.NullMarked;
