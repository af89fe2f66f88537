/** Our JFR events; nothing else in this module needs the module jdk.jfr. */
@NullMarked
package dev.tricolor.workloads.jfr;

import org.jspecify.annotations.NullMarked;
