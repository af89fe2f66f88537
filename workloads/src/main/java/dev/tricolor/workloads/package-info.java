/** Canned allocation workloads, deterministic from a seed. */
@NullMarked
package dev.tricolor.workloads;

import org.jspecify.annotations.NullMarked;
