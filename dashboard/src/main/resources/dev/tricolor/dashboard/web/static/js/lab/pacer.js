import { ask } from "../api.js";
import { el } from "../dom.js";
import { bytes, value } from "../format.js";
import { makePanel } from "../parts/panel.js";

const MIB = 2 ** 20;
const GO = "#56B4E9";
const OFF = "off";
const MODELS = [["1.26", "Go 1.26"], ["1.19", "Go 1.19"], ["guide", "the guide's simple model"]];
const WAIT_MS = 120;

/** A slider over a list of values, so that each stop is a round number. */
const stops = (...values) => values;
const doubling = (from, to) => { const all = []; for (let v = from; v <= to; v *= 2) all.push(v); return all; };

const SLIDERS = [
  { id: "gogc", label: "GOGC", stops: stops(10, 15, 25, 35, 50, 75, 100, 150, 200, 300, 400, 600, 800, 1000, OFF), start: 100, text: v => String(v) },
  { id: "limit", label: "memory limit", stops: [...doubling(8 * MIB, 16 * 2 ** 30).flatMap(v => [v, v * 1.25, v * 1.5]), OFF], start: OFF, text: v => (v === OFF ? OFF : bytes(v)) },
  { id: "live", label: "live heap", stops: [5, 10, 20, 50, 100, 200, 500, 1024, 2048, 4096].map(v => v * MIB), start: 20 * MIB, text: bytes },
  { id: "rate", label: "allocation, per second", stops: [5, 10, 20, 50, 100, 200, 500, 1024, 2048, 4096].map(v => v * MIB), start: 20 * MIB, text: bytes },
  { id: "scan", label: "marking, per CPU second", stops: [128, 256, 512, 1024, 2048, 4096].map(v => v * MIB), start: 1024 * MIB, text: bytes },
  { id: "busy", label: "its own work, processors", stops: [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32], start: 1, text: String },
  { id: "processors", label: "processors", stops: [1, 2, 3, 4, 6, 8, 16, 32], start: 2, text: String },
  { id: "other", label: "memory that is no heap", stops: [0, 5, 10, 20, 50, 100, 200].map(v => v * MIB), start: 0, text: bytes },
  { id: "seconds", label: "length of the run", stops: [5, 10, 30, 60, 300], start: 10, text: v => `${v} s` },
];

/** The pacer model behind sliders, with what came of it in numbers and as a picture. */
export class PacerLab {
  constructor(host) {
    this.query = new URLSearchParams(location.search);
    this.model = el("select", { id: "pacer-model-choice", onchange: () => this.ask() }, ...MODELS.map(([v, t]) => el("option", { value: v }, t)));
    this.model.value = MODELS.some(([m]) => m === this.query.get("model")) ? this.query.get("model") : "1.26";
    this.session = el("select", { id: "pacer-session", onchange: () => this.take() }, el("option", { value: "" }, "no session"));
    this.inputs = new Map();
    this.readouts = el("div", { class: "lab-readouts", id: "pacer-readouts", role: "status" });
    this.note = el("p", { class: "lab-hint", id: "pacer-note" });
    this.chart = el("div", {});
    host.append(el("div", { class: "grid rail" },
      el("div", { class: "grid" }, el("section", { class: "panel", "aria-label": "Outcome" }, el("h2", {}, el("span", { class: "title" }, "What it comes to"), el("small", {}, "simulated, not measured")), this.readouts, this.note), this.chart),
      el("section", { class: "panel", "aria-label": "Settings" }, el("h2", {}, "Knobs and program"),
        el("div", { class: "lab-fields" }, el("label", { for: "pacer-model-choice" }, "model ", this.model)),
        el("div", { class: "lab-sliders" }, ...SLIDERS.flatMap(s => this.slider(s))),
        el("div", { class: "lab-fields" }, el("label", { for: "pacer-session" }, "beside ", this.session)),
        el("p", { class: "lab-hint" }, "With a session its GOGC, live set, allocation rate and cost of marking are taken over, and its measured heap is drawn in grey from the start of its recording."))));
    this.real = null;
    this.list();
    this.ask();
  }

  slider(s) {
    const given = this.query.get(s.id);
    const at = s.stops.findIndex(v => String(v) === given);
    const input = el("input", { type: "range", min: 0, max: s.stops.length - 1, step: 1, id: `pacer-${s.id}`, value: at >= 0 ? at : s.stops.indexOf(s.start), oninput: () => { input.exact = null; this.later(); } });
    const output = el("output", { for: input.id });
    this.inputs.set(s.id, { input, output, spec: s });
    return [el("label", { for: input.id }, s.label), input, output];
  }

  value(id) {
    const { input, spec } = this.inputs.get(id);
    return input.exact ?? spec.stops[input.value];
  }

  later() {
    for (const [id, { output, spec }] of this.inputs) output.textContent = spec.text(this.value(id));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    this.later();
    clearTimeout(this.timer);
    const guide = this.model.value === "guide";
    for (const id of ["processors", "busy"]) this.inputs.get(id).input.disabled = guide;
    const query = new URLSearchParams({ model: this.model.value });
    for (const id of this.inputs.keys()) query.set(id, this.value(id));
    const number = (this.asked = (this.asked ?? 0) + 1);
    try {
      const run = await ask(`/api/lab/pacer?${query}`);
      if (number === this.asked) this.show(run);
    } catch (e) {
      this.note.textContent = e.message;
    }
  }

  show(run) {
    const items = [
      ["GC CPU", value(run.gcShare, "share")],
      ["peak memory", bytes(run.peakMemoryBytes)],
      ["cycles", value(run.cycles, "count")],
      ["assists, CPU", value(run.assistCpuSeconds, "s")],
      ["elapsed", value(run.seconds, "s")],
    ];
    this.readouts.replaceChildren(...items.map(([label, text]) => el("div", {}, el("b", {}, text), label)));
    this.note.textContent = [
      run.complete ? "" : "Cut off: it makes too many cycles to go on. The live heap does not fit, or GOGC is too low.",
      run.limitedSeconds > 0 ? `The CPU limiter was on for ${value(run.limitedSeconds, "s")}: it lets memory grow over its limit rather than stop the program.` : "",
    ].filter(Boolean).join(" ");
    if (!this.panel) {
      this.panel = makePanel(run.panel, { collectorColour: () => GO });
      this.chart.replaceChildren(this.panel);
    }
    this.panel.show(this.table(run));
  }

  /** The simulated points, and those of the real session between them. */
  table(run) {
    const names = ["heap", "live", "goal", "trigger"];
    const rows = run.x.map((x, i) => [x, ...names.map(n => run.y[n][i]), null]);
    for (const [x, heap] of this.real?.points ?? []) if (x <= run.seconds) rows.push([x, null, null, null, null, heap]);
    rows.sort((a, b) => a[0] - b[0]);
    const column = i => rows.map(r => r[i]);
    return {
      x: column(0), y: { heap: column(1), live: column(2), goal: column(3), trigger: column(4), real: column(5) }, text: [], absent: {},
      note: this.real ? `simulated, beside ${this.real.name} as measured` : "", leftOut: run.leftOut, empty: null, facts: null,
    };
  }

  async list() {
    const { sessions } = await ask("/api/sessions").catch(() => ({ sessions: [] }));
    this.session.append(...sessions.map(({ session: s }) => el("option", { value: s.id }, `${s.name} · ${s.heading.collector} · pid ${s.pid}`)));
    const wanted = this.query.get("beside");
    if (wanted && sessions.some(({ session }) => session.id === wanted)) {
      this.session.value = wanted;
      await this.take();
    }
  }

  /** Sets the sliders to what was measured of a session, and fetches its heap. */
  async take() {
    const id = this.session.value;
    this.real = null;
    if (id) {
      const { session, summary } = await ask(`/api/sessions/${id}`);
      const { rows } = await ask(`/api/sessions/${id}/events/heap`).then(readHeap);
      this.real = { name: session.name, points: rows };
      const { whatIf } = await ask(`/api/sessions/${id}/what-if`);
      if (whatIf.measured.value) this.fit(whatIf);
      else {
        this.set("live", summary.heap.liveSet.value);
        this.set("rate", summary.allocation.rate.value);
      }
    }
    this.ask();
  }

  /** What the session's collections cost: live is what is reachable, without what was allocated while marking. */
  fit({ gogcNow, measured: { value: m } }) {
    this.set("gogc", Math.round(gogcNow.value));
    this.set("live", m.liveBytes);
    this.set("rate", m.allocatedBytes / m.seconds);
    this.set("scan", m.liveBytes * m.cycles / m.gcCpuSeconds);
    this.set("busy", m.programCpuSeconds / m.seconds);
    this.set("processors", m.processors);
  }

  set(id, measured) {
    if (!(measured > 0)) return;
    const { input, spec } = this.inputs.get(id);
    input.exact = measured >= 100 ? Math.round(measured) : Number(measured.toPrecision(3));
    const near = spec.stops.reduce((best, v, i) => (v > 0 && Math.abs(Math.log(v / measured)) < Math.abs(Math.log(spec.stops[best] / measured)) ? i : best), 0);
    input.value = near;
  }
}

/** Heap samples as [seconds since the first, bytes]. */
function readHeap(answer) {
  const rows = answer.events ?? [];
  const start = rows[0]?.start ?? 0;
  return { rows: rows.map(r => [r.start - start, r.used]) };
}
