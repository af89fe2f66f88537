/** The append-only log of each session on disk: ordinary JFR chunk files and a small metadata file. */
@NullMarked
package dev.tricolor.dashboard.log;

import org.jspecify.annotations.NullMarked;
