/** The agent: starts a JFR recording in the application and forwards its bytes to the dashboard. */
@NullMarked
package dev.tricolor.agent;

import org.jspecify.annotations.NullMarked;
