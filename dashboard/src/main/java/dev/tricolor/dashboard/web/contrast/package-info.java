/** The contrast page: several sessions on the same axes. {@link Columns} lists its table, {@link Overlays} its panels. */
@NullMarked
package dev.tricolor.dashboard.web.contrast;

import org.jspecify.annotations.NullMarked;
