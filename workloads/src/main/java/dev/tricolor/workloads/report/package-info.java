/** The result of a run and the facts of the runtime that it names. */
@NullMarked
package dev.tricolor.workloads.report;

import org.jspecify.annotations.NullMarked;
