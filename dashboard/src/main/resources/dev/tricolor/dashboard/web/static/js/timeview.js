/**
 * The stretch of time that all panels of a page show together. Panels ask for a zoom; the page decides and sets the range.
 *
 * Events: `range` (detail [min, max]), `zoom` (a panel asks for [min, max], or null for the whole window).
 */
export class TimeView extends EventTarget {
  min = 0;
  max = 1;

  set(min, max) {
    if (!(max > min)) return;
    this.min = min;
    this.max = max;
    this.dispatchEvent(new Event("range"));
  }

  ask(min, max) {
    if (max - min < 1e-4) return;
    this.dispatchEvent(new CustomEvent("zoom", { detail: [min, max] }));
  }

  /** Zooms by a factor around a moment. */
  askAround(t, factor) {
    this.ask(t - (t - this.min) * factor, t + (this.max - t) * factor);
  }

  askWhole() {
    this.dispatchEvent(new CustomEvent("zoom", { detail: null }));
  }
}
