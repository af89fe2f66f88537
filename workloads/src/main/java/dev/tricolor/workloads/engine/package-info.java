/** Runs a planned workload: threads, pace, measurement, progress. */
@NullMarked
package dev.tricolor.workloads.engine;

import org.jspecify.annotations.NullMarked;
