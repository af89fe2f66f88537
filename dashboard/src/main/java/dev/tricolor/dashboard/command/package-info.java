/** What people ask running applications to change, until their agents have taken it. */
@NullMarked
package dev.tricolor.dashboard.command;

import org.jspecify.annotations.NullMarked;
