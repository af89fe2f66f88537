/** Runs workloads: finds JDKs, starts one JVM after the other with the agent in it, and works off a matrix of runs. */
@NullMarked
package dev.tricolor.dashboard.run;

import org.jspecify.annotations.NullMarked;
