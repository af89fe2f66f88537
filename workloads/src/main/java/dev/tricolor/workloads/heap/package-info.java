/** The objects that workloads make, their sizes, and the random numbers that choose them. */
@NullMarked
package dev.tricolor.workloads.heap;

import org.jspecify.annotations.NullMarked;
