/** Models of Go's collector that can be run and be wrong: pure, deterministic, without a clock. */
@NullMarked
package dev.tricolor.dashboard.model;

import org.jspecify.annotations.NullMarked;
