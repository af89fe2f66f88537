/** The tri-colour model: a small heap, its mutators and a concurrent collector that takes single steps. */
@NullMarked
package dev.tricolor.dashboard.model.tricolour;

import org.jspecify.annotations.NullMarked;
