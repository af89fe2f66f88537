/** Sends the stream to the dashboard by the ingest contract. */
@NullMarked
package dev.tricolor.agent.ingest;

import org.jspecify.annotations.NullMarked;
