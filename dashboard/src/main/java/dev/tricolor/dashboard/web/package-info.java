/** Pages, panels and the JSON and server-sent events behind them. */
@NullMarked
package dev.tricolor.dashboard.web;

import org.jspecify.annotations.NullMarked;
