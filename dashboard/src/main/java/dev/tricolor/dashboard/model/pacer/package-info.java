/** Go's pacer as a model: when a collection begins, when it should end, and what the program has to help with. */
@NullMarked
package dev.tricolor.dashboard.model.pacer;

import org.jspecify.annotations.NullMarked;
