import { el } from "../dom.js";
import { History } from "./history.js";
import { Hands } from "./hands.js";
import { BARRIERS, BLACK, FREE, GREY, IDLE, MARK, MARK_STOPPED, SWEEP, WHITE } from "./machine.js";
import { PRESETS, programStep, sequence, setupOf } from "./presets.js";
import { Scene } from "./scene.js";
import { words } from "./words.js";

const COLLECT = ["collect", false];
const STEPS_PER_SECOND = [0.5, 1, 2, 4, 8, 16, 40, 120, 400, 1500];
const PHASES = { [IDLE]: "no collection", [MARK]: "marking, the program runs", [MARK_STOPPED]: "the world is stopped", [SWEEP]: "sweeping, the program runs" };
const ORDERS = [["OBJECTS_LIFO", "objects, last first (to Go 1.25)"], ["SPANS_FIFO", "spans, first first (Green Tea)"]];
const TOLD = 7;
const FASTER_THAN_READ = 30; // steps a second
const READ_EVERY_MS = 100;
const LONGEST_FRAME_MS = 100; // a page that was hidden does not catch up
const MOST_LINKED = 5000;

/** The tri-colour machine as a picture that one can play, step, go back in, and reach into. */
export class Marking {
  constructor(host) {
    this.query = new URLSearchParams(location.search);
    this.playing = false;
    this.owed = 0;
    this.readAt = -Infinity;
    this.build(host);
    this.scene = new Scene(this.canvas);
    const lab = this;
    this.hands = new Hands(this.canvas, {
      get machine() { return lab.history.machine; },
      get place() { return lab.scene.place; },
      act: op => this.act(op),
      mark: marks => this.scene.show(this.history.machine, { ...this.scene.marks, ...marks }),
      say: text => { this.hint.textContent = text; },
    });
    const step = Math.min(MOST_LINKED, Number(this.query.get("step")) || 0);
    this.choose(PRESETS.find(p => p.id === this.query.get("preset")) ?? PRESETS[0], this.query.get("barrier"), this.query.get("order"));
    for (let i = 0; i < step; i++) this.next();
    this.show();
    document.addEventListener("keydown", e => this.key(e));
    requestAnimationFrame(t => this.frame(t, t));
  }

  key(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, button, dialog, a, .panel[tabindex]")) return;
    if (e.key === " ") this.play(!this.playing);
    else if (e.key === "Home") this.choose(this.preset, this.barrier.value, this.order.value);
    else return;
    e.preventDefault();
  }

  build(host) {
    const option = ([value, label]) => el("option", { value }, label);
    this.chips = PRESETS.map(p => el("button", { class: "chip", type: "button", "data-preset": p.id, onclick: () => this.choose(p) }, p.label));
    this.barrier = el("select", { id: "lab-barrier", onchange: () => this.choose(this.preset, this.barrier.value, this.order.value) }, ...BARRIERS.map(option));
    this.order = el("select", { id: "lab-order", onchange: () => this.choose(this.preset, this.barrier.value, this.order.value) }, ...ORDERS.map(option));
    this.program = el("input", { type: "checkbox", id: "lab-program" });
    this.speed = el("input", { type: "range", min: 0, max: STEPS_PER_SECOND.length - 1, step: 1, value: 1, id: "lab-speed" });
    const button = (id, label, title, act) => el("button", { class: "chip on", type: "button", id, title, onclick: act }, label);
    this.playButton = button("lab-play", "▶ play", "Play or pause (Space)", () => this.play(!this.playing));
    this.what = el("p", { class: "lab-what" });
    this.sentence = el("p", { class: "lab-sentence", role: "status", id: "lab-sentence" });
    this.canvas = el("canvas", { tabindex: 0, role: "application", "aria-label": "The heap. Arrow keys choose, Enter takes a pointer and puts it down, f the next field, Delete clears it, a allocates into a slot.", id: "lab-heap" });
    this.hint = el("p", { class: "lab-hint", role: "status" }, "Drag from a slot or an object to another object: the program stores that pointer (an object's left half is field 1, its right half field 2). Drop it on nothing to clear it. Double-click a slot to allocate. By keyboard: arrows, Enter, Delete, a.");
    this.numbers = el("dl", { class: "facts", id: "lab-numbers" });
    this.queue = el("p", { class: "lab-queue", id: "lab-queue" });
    this.told = el("ol", { class: "lab-told" });
    const field = (label, input) => el("label", { for: input.id }, `${label} `, input);
    host.append(
      el("div", { class: "chips", role: "toolbar", "aria-label": "Stories" }, ...this.chips),
      this.what,
      el("div", { class: "grid rail" },
        el("section", { class: "panel lab-stage", "aria-label": "Heap" },
          el("div", { class: "lab-controls" },
            button("lab-reset", "from the start", "From the start (Home)", () => this.choose(this.preset, this.barrier.value, this.order.value)),
            button("lab-back", "◀ back", "One step back", () => this.back()),
            button("lab-step", "step ▶", "One step", () => { this.play(false); this.next(); this.show(); }),
            this.playButton, field("speed", this.speed)),
          this.sentence,
          el("div", { class: "lab-canvas" }, this.canvas),
          this.hint,
          el("h2", {}, "What happened", el("small", {}, "newest first")), this.told),
        el("div", { class: "grid" },
          el("section", { class: "panel", "aria-label": "Collector" }, el("h2", {}, "Collector"),
            el("div", { class: "lab-fields" }, field("write barrier", this.barrier), field("scans", this.order),
              el("label", { for: "lab-program" }, this.program, " the program runs beside it")), this.numbers),
          el("section", { class: "panel", "aria-label": "Grey queue" }, el("h2", {}, el("span", { class: "title" }, "Grey queue"), el("small", {}, "the next one first")), this.queue),
          legend())));
  }

  choose(preset, barrier, order) {
    const same = preset === this.preset;
    this.preset = preset;
    this.barrier.value = BARRIERS.some(([b]) => b === barrier) ? barrier : preset.barrier;
    this.order.value = ORDERS.some(([o]) => o === order) ? order : preset.order;
    if (!same) {
      this.program.checked = Boolean(preset.program);
      this.speed.value = preset.speed ?? 1;
    }
    this.history = new History(preset.shape, this.barrier.value, this.order.value, setupOf(preset));
    this.random = sequence(5);
    this.lost = new Set();
    this.jumps = preset.id === "green-tea" ? jumps(this.history.machine) : null;
    this.what.textContent = preset.what;
    for (const c of this.chips) c.setAttribute("aria-pressed", String(c.dataset.preset === preset.id));
    this.query.set("preset", preset.id);
    this.query.set("barrier", this.barrier.value);
    this.query.set("order", this.order.value);
    this.play(false);
    this.scene.marks = {};
    if (this.hands) this.hands.selected = null;
    this.show();
  }

  play(on) {
    const paused = this.playing && !on;
    this.playing = on;
    this.owed = 0;
    if (paused) this.show();
    this.playButton.textContent = on ? "❚❚ pause" : "▶ play";
  }

  /** The story's next step, then the collector's; with the program beside it every other one is the program's. */
  next() {
    const n = this.history.length;
    const scripted = this.preset.script[n];
    const program = !scripted && n > 0 && this.program.checked && this.history.machine.phase !== MARK_STOPPED && this.random(2) === 0;
    let step = this.history.apply(scripted ?? (program ? programStep(this.history.machine, this.random) : COLLECT));
    if (program && step.kind.startsWith("REFUSED")) step = this.history.apply(COLLECT);
    return this.note(step);
  }

  note(step) {
    for (const o of step.lost) this.lost.add(o);
    if (step.kind.startsWith("ALLOCATE")) this.lost.delete(step.target);
    this.refused = step.kind.startsWith("REFUSED") ? step : null;
    return step;
  }

  act(operation) {
    this.play(false);
    this.note(this.history.apply(operation));
    this.show();
  }

  back() {
    this.play(false);
    this.history.back();
    this.refused = null;
    this.lost = new Set();
    for (const s of this.history.steps) this.note(s);
    this.show();
  }

  frame(now, before) {
    if (this.playing) {
      this.owed += (Math.min(now - before, LONGEST_FRAME_MS) / 1000) * STEPS_PER_SECOND[this.speed.value];
      let step = null;
      for (; this.owed >= 1 && this.playing; this.owed--) {
        step = this.next();
        if (this.over(step)) this.play(false);
      }
      if (step) this.show();
    }
    requestAnimationFrame(t => this.frame(t, now));
  }

  /** A story ends with its cycle; a program that runs goes on. */
  over(step) {
    return step.kind === "END" && !this.program.checked && this.history.length >= this.preset.script.length;
  }

  show() {
    const { machine, last } = this.history;
    const step = this.refused ?? last;
    const reachable = machine.reachable();
    this.scene.show(machine, { ...this.scene.marks, step: this.refused ? null : last, reachable, lost: this.lost, drag: null });
    if (this.playing && STEPS_PER_SECOND[this.speed.value] >= FASTER_THAN_READ) {
      const now = performance.now();
      if (now - this.readAt < READ_EVERY_MS) return;
      this.readAt = now;
    }
    this.tell(machine, step, reachable);
  }

  /** What is to be read beside the picture. */
  tell(machine, step, reachable) {
    this.sentence.textContent = step ? words(step, machine.shape, machine.barrier) : "Press step or play.";
    this.sentence.classList.toggle("bad", Boolean(step?.lost.length));
    this.numbers.replaceChildren(...this.figures(machine, reachable));
    this.queue.textContent = queue(machine);
    this.told.replaceChildren(...this.history.steps.slice(-TOLD).reverse().map(s => el("li", { class: s.lost.length ? "bad" : null }, words(s, machine.shape, machine.barrier))));
    document.getElementById("lab-back").disabled = !this.history.canGoBack;
    if (!this.playing) this.link();
  }

  /** The URL holds the story and the step, as far as nobody reached in. */
  link() {
    this.query.set("step", this.history.length);
    history.replaceState(null, "", `?${this.query}${location.hash}`);
  }

  figures(machine, reachable) {
    const count = c => machine.colours.reduce((n, v) => n + (v === c), 0);
    let garbage = 0;
    machine.colours.forEach((c, o) => { garbage += c !== FREE && !reachable[o]; });
    const rows = [
      ["phase", PHASES[machine.phase], machine.phase === MARK_STOPPED ? "bad" : null],
      ["step", this.history.length],
      ["white, grey, black", `${count(WHITE)}, ${count(GREY)}, ${count(BLACK)}`],
      ["unreachable, not yet freed", garbage],
      ["lost", this.lost.size, this.lost.size ? "bad" : null],
      ["jumps from span to span", machine.spanVisits],
    ];
    if (this.jumps) rows.push(["… in a whole cycle: objects", this.jumps.OBJECTS_LIFO], ["… in a whole cycle: spans", this.jumps.SPANS_FIFO]);
    return rows.flatMap(([label, v, tone]) => [el("dt", {}, label), el("dd", { class: tone ?? null }, String(v))]);
  }
}

/** How often each order jumps between spans in one cycle of this heap. */
function jumps(machine) {
  return Object.fromEntries(ORDERS.map(([order]) => {
    const m = Object.assign(machine.copy(), { order });
    do m.apply(COLLECT); while (m.phase !== SWEEP);
    return [order, m.spanVisits];
  }));
}

function queue(machine) {
  if (machine.nothingGrey()) return "empty";
  if (machine.order === "OBJECTS_LIFO") {
    const all = [...machine.greyObjects].reverse();
    return all.slice(0, 12).map(o => `#${o}`).join(" ") + (all.length > 12 ? ` and ${all.length - 12} more` : "");
  }
  const now = machine.greyObjects.length ? `${machine.greyObjects.slice(-12).reverse().map(o => `#${o}`).join(" ")} of the span at work` : "";
  const spans = machine.greySpans.slice(0, 12).map(s => `span ${s + 1}`).join(", ") + (machine.greySpans.length > 12 ? ` and ${machine.greySpans.length - 12} more` : "");
  return [now, spans].filter(Boolean).join("; then ");
}

function legend() {
  const row = (c, name, text) => [el("dt", {}, el("i", { class: `lab-dot ${c}` }), name), el("dd", {}, text)];
  return el("section", { class: "panel lab-legend", "aria-label": "Colours" }, el("h2", {}, "Colours"), el("dl", {},
    ...row("white", "white", "not seen in this cycle: garbage, if it stays so"),
    ...row("grey", "grey", "seen, but not what it points to"),
    ...row("black", "black", "seen, with all that it points to"),
    ...row("unreachable", "dotted ring", "the program cannot reach it any more"),
    ...row("touched", "blue ring", "changed by the last step"),
    ...row("lost", "red", "freed although the program can reach it")),
  el("p", {}, "The rule that must hold: no black object may point to a white one that nothing grey leads to. The write barrier keeps it."));
}

