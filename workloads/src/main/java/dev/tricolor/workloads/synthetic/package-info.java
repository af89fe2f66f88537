/** The synthetic workloads, one class each. */
@NullMarked
package dev.tricolor.workloads.synthetic;

import org.jspecify.annotations.NullMarked;
