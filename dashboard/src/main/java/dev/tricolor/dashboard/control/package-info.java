/** Runs from pages: what this machine can run, starting, following, cancelling, resuming. */
@NullMarked
package dev.tricolor.dashboard.control;

import org.jspecify.annotations.NullMarked;
