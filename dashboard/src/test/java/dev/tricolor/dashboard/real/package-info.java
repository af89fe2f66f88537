/** Real parts for tests: real JVMs, the real agent, a real dashboard over real HTTP. */
package dev.tricolor.dashboard.real;
