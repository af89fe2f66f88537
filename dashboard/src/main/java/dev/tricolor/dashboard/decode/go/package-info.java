/**
 * One class for each type of line in a Go process's log, registered in {@link dev.tricolor.dashboard.decode.go.GoLines}.
 */
@NullMarked
package dev.tricolor.dashboard.decode.go;

import org.jspecify.annotations.NullMarked;
