/** Takes bytes from agents over HTTP: one session, one log, appended at an offset. */
@NullMarked
package dev.tricolor.dashboard.ingest;

import org.jspecify.annotations.NullMarked;
