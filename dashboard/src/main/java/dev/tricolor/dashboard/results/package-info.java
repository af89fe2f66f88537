/** Runs on disk, beside the sessions: what was asked for, and one line of JSON for each row that is finished. */
@NullMarked
package dev.tricolor.dashboard.results;

import org.jspecify.annotations.NullMarked;
