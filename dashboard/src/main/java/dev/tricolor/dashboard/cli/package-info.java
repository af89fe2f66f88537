/** The command line. */
@NullMarked
package dev.tricolor.dashboard.cli;

import org.jspecify.annotations.NullMarked;
