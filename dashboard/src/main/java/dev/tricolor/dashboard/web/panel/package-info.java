/** The panels of the session page: each file describes one and computes its data; {@link Panels} lists them. */
@NullMarked
package dev.tricolor.dashboard.web.panel;

import org.jspecify.annotations.NullMarked;
