/** Follows a Go program from outside: runs it, takes the runtime's trace out of what it prints, and sends that on. */
@NullMarked
package dev.tricolor.dashboard.watch;

import org.jspecify.annotations.NullMarked;
