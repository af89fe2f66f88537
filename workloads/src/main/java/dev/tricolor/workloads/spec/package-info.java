/** What a workload declares: its knobs, its plan, its workers, its invariants. */
@NullMarked
package dev.tricolor.workloads.spec;

import org.jspecify.annotations.NullMarked;
