import { ask } from "../api.js";
import { el } from "../dom.js";
import { bytes } from "../format.js";
import { say } from "./toast.js";

const STOPS = [25, 35, 50, 70, 100, 150, 200, 300, 400, 600, 800, "off"];

/**
 * The slider in the Knob panel. What is set, what waits and what this collector does with it comes from the server; the panel's
 * rows below it tell what came of it.
 */
export class Knob {
  constructor(panel, session) {
    this.path = `/api/sessions/${session}/knob`;
    this.shown = el("output", { class: "knob-value" });
    this.slider = el("input", { type: "range", min: 0, max: STOPS.length - 1, step: 1, "aria-label": "GOGC", list: "knob-stops",
      oninput: () => this.preview(), onchange: () => this.soon() });
    this.restore = el("button", { class: "chip on", onclick: () => this.turn({ restore: true }), title: "Puts back what was there before the first change" }, "restore");
    this.limit = el("form", { class: "knob-limit", hidden: true, onsubmit: e => { e.preventDefault(); this.turn({ memlimit: this.bytes() }); } },
      el("label", {}, "limit ", this.limitInput = el("input", { type: "number", min: 1, step: 1, required: true, "aria-label": "Memory limit in MiB", title: "Memory limit in MiB: of all that the runtime has, not of the heap alone" }), " MiB"),
      el("button", { class: "chip on" }, "set"),
      el("button", { class: "chip on", type: "button", onclick: () => this.turn({ memlimit: "off" }) }, "no limit"));
    this.note = el("p", { class: "knob-note", role: "status" });
    this.effect = el("p", { class: "knob-effect" });
    this.host = el("div", { class: "knob" },
      el("div", { class: "knob-row" }, el("label", {}, "GOGC"), this.slider, this.shown, this.restore),
      el("div", { class: "knob-scale", "aria-hidden": "true" }, el("span", {}, "25: less memory"), el("span", {}, "off: less GC")),
      this.limit, this.note, this.effect);
    panel.body.before(this.host);
    this.read();
  }

  stop() { return STOPS[Number(this.slider.value)]; }

  bytes() { return Math.round(Number(this.limitInput.value) * 2 ** 20); }

  /** A key that is held moves the slider through many stops; only where it comes to rest counts. */
  soon() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.turn({ gogc: this.stop() }), 400);
  }

  preview() {
    this.moving = true;
    this.shown.textContent = this.stop();
  }

  /** What the server says now; while the slider is held, it stays where it is. */
  async read() {
    try {
      this.show(await ask(this.path));
    } catch (e) {
      this.note.textContent = e.message;
    }
  }

  show(state) {
    const now = state.values.GOGC ?? (state.go ? "" : "off");
    const waiting = state.waiting.length > 0;
    for (const control of [this.slider, this.restore, ...this.limit.elements]) control.disabled = !state.may;
    if (!waiting && !this.moving) {
      if (now) this.slider.value = nearest(now);
      this.shown.textContent = now;
    }
    this.restore.disabled ||= !turned(state);
    this.limit.hidden = !state.go;
    this.limitInput.placeholder = inMiB(state.values.GOMEMLIMIT);
    this.note.textContent = state.why ? `Can't be turned: ${state.why}.`
      : waiting ? `Waiting for the agent to take: ${state.waiting.join(", ")} (${state.go ? "about half a second" : "1 to 2 s; up to 5 s while the application is idle"}).`
        : turned(state) ? `${state.go ? "Before" : "At attach"}: ${was(state)}.` : "";
    this.effect.textContent = [state.does, state.measured && `Measured: ${state.measured}`].filter(Boolean).join(" ");
    if (waiting) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.read(), 1000);
    }
  }

  async turn(what) {
    try {
      await ask(this.path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });
      if (what.memlimit) this.limitInput.value = "";
    } catch (e) {
      say(e.message);
    }
    this.moving = false;
    this.read();
  }
}

/** The stop of the slider for a value that may have been set elsewhere. */
function nearest(value) {
  if (value === "off") return STOPS.length - 1;
  const gogc = Number(value);
  let best = 0;
  STOPS.forEach((s, i) => { if (s !== "off" && Math.abs(Math.log(s / gogc)) < Math.abs(Math.log(STOPS[best] / gogc))) best = i; });
  return best;
}

const turned = state => Object.entries(state.before).some(([name, value]) => state.values[name] !== value);

const inMiB = limit => (limit && limit !== "off" ? String(Math.round(Number(limit) / 2 ** 18) / 4) : "none");

const was = state => Object.entries(state.before)
  .map(([name, value]) => `${name} ${/^\d{7,}$/.test(value) ? bytes(Number(value)) : value}`).join(", ");
