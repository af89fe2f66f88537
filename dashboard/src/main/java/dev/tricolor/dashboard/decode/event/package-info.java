/** One class for each JFR event that is decoded, registered in {@link dev.tricolor.dashboard.decode.event.EventDecoders}. */
@NullMarked
package dev.tricolor.dashboard.decode.event;

import org.jspecify.annotations.NullMarked;
