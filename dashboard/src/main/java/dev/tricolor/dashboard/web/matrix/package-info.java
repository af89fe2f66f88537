/** The contrast page over a whole run: a row for each setup, curves over the heap. Pure functions of a run's rows. */
@NullMarked
package dev.tricolor.dashboard.web.matrix;

import org.jspecify.annotations.NullMarked;
