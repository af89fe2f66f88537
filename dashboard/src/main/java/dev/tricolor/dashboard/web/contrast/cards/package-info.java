/** The algorithm cards: what each collector is, from its sources. {@code algorithms.json} beside the classes has the text. */
@NullMarked
package dev.tricolor.dashboard.web.contrast.cards;

import org.jspecify.annotations.NullMarked;
