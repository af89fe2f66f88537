import { send } from "../api.js";
import { el } from "../dom.js";
import { clearErrors, field, showError } from "./field.js";
import { goFields, goHints } from "./go-fields.js";
import { commonKnobs, knobFields } from "./knob-fields.js";
import { commandLine, controlled, equal, estimate, gogc, invocations, toRequest, toUrl } from "./run-choice.js";
import { goWhy, setupToggles } from "./setup-toggles.js";

const PLACED = ["ops", "duration", "rate"];

/** The form that starts a run. `choice` is what it asks for, and what it changes. */
export function runForm(workloads, machine, groups, choice) {
  let knobs = [];
  const text = (key, placeholder, more = {}) => el("input", {
    type: "text", value: choice[key], placeholder, autocomplete: "off", spellcheck: "false", "data-key": key, ...more,
    oninput: e => { choice[key] = e.target.value; changed(); },
  });
  const radio = (name, on, label, pick) => el("label", { class: "radio" },
    el("input", { type: "radio", name, checked: on, onchange: pick }), label);

  const chosen = el("p", { class: "chosen" });
  const toggles = setupToggles(groups, choice.setups, () => changed());
  const setups = el("div", { class: "setup-groups" }, ...toggles);
  const go = goFields(machine, choice, () => changed());
  const jdks = groups.some(g => g.jdk);
  const none = el("p", { class: "why" }, "No JDK 17 or newer was found: install one, then reload.");
  const more = machine.more.map(line => el("p", { class: "hint" }, line));

  const heap = text("heap", machine.defaultHeap, { "aria-label": "Heap sizes" });
  const headroom = text("headroom", "1.5,2,3,6", { "aria-label": "Multiples of the smallest heap" });
  const ops = text("ops", "", { "aria-label": "Operations" });
  const duration = text("duration", "30s", { "aria-label": "Duration" });
  let byHeadroom = Boolean(choice.headroom);
  let byTime = Boolean(choice.duration);
  const memory = el("div", { class: "either" },
    radio("memory", !byHeadroom, "sizes", () => { byHeadroom = false; choice.headroom = ""; either(); }), heap,
    radio("memory", byHeadroom, "× the smallest that will do", () => { byHeadroom = true; choice.headroom = headroom.value ||= "1.5,2,3,6"; either(); }), headroom);
  const work = el("div", { class: "either" },
    radio("work", !byTime, "operations", () => { byTime = false; choice.duration = ""; either(); }), ops,
    radio("work", byTime, "a time, for watching", () => { byTime = true; choice.duration = duration.value ||= "30s"; either(); }), duration);

  const repeat = text("repeat", "1", { inputmode: "numeric", class: "short" });
  const control = el("input", { type: "checkbox", id: "control", onchange: e => { choice.control = e.target.checked === invocations(choice) > 1 ? null : e.target.checked; changed(); } });
  const baseline = el("select", { onchange: e => { choice.baseline = e.target.value; changed(); } });
  const knobBox = el("div", { class: "knobs" });
  const knobTitle = el("summary", {});
  const command = el("code", { id: "command" });
  const rows = el("b", { id: "estimate" });
  const formula = el("span", { class: "hint" });
  const button = el("button", { type: "submit", class: "primary" }, "Start");
  const held = el("p", { class: "hint", id: "held", hidden: true });
  const wrong = el("p", { class: "error", role: "alert", hidden: true });

  const form = el("form", { class: "panel run-form", "aria-label": "Start a run", novalidate: true, onsubmit: start },
    el("h2", {}, el("span", { class: "title" }, "Run"), el("small", {}, "each row a process of its own, one after the other")),
    field("workloads", "Workloads", chosen),
    field("collectors jdks gogc", "Collectors", el("div", {}, setups, jdks ? "" : none, go.box, ...more)),
    field("heaps headrooms", "Heap", memory, "-Xms = -Xmx; several with commas, such as 256m,512m"),
    field("knobs.ops knobs.duration", "Work", work, "fixed work compares; a time does not do the same work twice"),
    el("div", { class: "pair" },
      field("repeat", "Invocations", repeat, "5 or more for a claim"),
      field("knobs.rate", "Rate", text("rate", "as fast as possible"), "operations a second: open loop")),
    el("div", { class: "check", "data-field": "control" }, control, el("label", { for: "control" }, "A/A control: the baseline twice, to see how far equal setups differ")),
    el("details", { class: "more-fields" }, knobTitle, knobBox),
    el("details", { class: "more-fields", open: Boolean(choice.baseline || choice.pin || choice.limit) }, el("summary", {}, "Baseline, processors, time limit"),
      el("div", { class: "knobs" },
        field("baseline", "baseline", baseline, "what ratios are taken against"),
        field("pin", "pin", text("pin", "all"), "processors the JVMs may use, such as 0 or 2-5; Linux"),
        field("limitMinutes", "limit", text("limit", String(machine.defaultLimitMinutes), { inputmode: "numeric" }), "minutes after which a JVM is ended"))),
    el("div", { class: "command" }, el("pre", { tabindex: 0, "aria-label": "The same on the command line" }, command),
      el("button", { type: "button", class: "plain", onclick: copy }, "copy")),
    el("p", { class: "estimate" }, rows, " ", formula),
    wrong, held,
    el("div", { class: "go" }, button));

  function either() {
    if (!byHeadroom) choice.heap = heap.value;
    changed();
  }

  /** Which workloads are chosen has changed. */
  function workloadsChanged() {
    const on = workloads.filter(w => choice.workloads.has(w.name));
    const common = commonKnobs(on);
    knobs = common.map(k => k.name);
    toggles.hold(groups.find(g => g.go), goWhy(groups, machine, choice.workloads));
    chosen.textContent = on.length ? on.map(w => w.name).join(", ") : "none: choose one in the list";
    ops.placeholder = common.find(k => k.name === "ops")?.default ?? "each its own";
    const own = common.filter(k => !PLACED.includes(k.name));
    knobTitle.textContent = on.length === 1 ? `Knobs of ${on[0].name}` : `Knobs that all ${on.length} have`;
    knobBox.replaceChildren(...knobFields(own, choice.knobs, () => changed()));
    knobBox.parentElement.open ||= own.some(k => choice.knobs.get(k.name));
    changed();
  }

  function changed() {
    clearErrors(form);
    const on = gogc(choice, groups).length > 0;
    const run = workloads.filter(w => choice.workloads.has(w.name));
    go.show(goWhy(groups, machine, choice.workloads), on, goHints(run, choice.knobs, Boolean(choice.memlimit), [...choice.setups].some(s => !s.startsWith("go-"))));
    for (const control of memory.querySelectorAll("input")) control.disabled = equal(choice, groups);
    wrong.hidden = true;
    const { rows: n, formula: how } = estimate(choice, groups);
    rows.textContent = Number.isFinite(n) ? `${n} row${n === 1 ? "" : "s"}` : "? rows";
    formula.textContent = `${how}${choice.headroom ? "; first the smallest heaps are looked for, unless they are known" : ""}`;
    command.textContent = commandLine(choice, groups, knobs);
    control.checked = controlled(choice);
    const plain = !choice.memlimit && !choice.greentea;
    const names = [...[...choice.setups].filter(s => !s.startsWith("epsilon") && !s.startsWith("go-")), ...(plain ? gogc(choice, groups).map(g => `go-${machine.go.release}-gogc${g}`) : [])];
    baseline.replaceChildren(el("option", { value: "" }, "G1 on the oldest JDK (default)"), ...names.map(s => el("option", { value: s, selected: s === choice.baseline }, s)));
    history.replaceState(null, "", toUrl(choice, groups));
  }

  async function start(e) {
    e.preventDefault();
    clearErrors(form);
    wrong.hidden = true;
    const bad = !choice.workloads.size ? ["workloads", "Choose a workload in the list."] : !choice.setups.size ? ["collectors", "Choose a collector."] : null;
    if (bad) return say(...bad);
    button.disabled = true;
    button.textContent = "Starts…";
    try {
      await send("/api/runs", toRequest(choice, groups, knobs));
    } catch (problem) {
      say(problem.field, problem.message);
    }
    button.textContent = "Start";
    button.disabled = busy;
  }

  function say(name, message) {
    if (showError(form, name, message)) return;
    wrong.textContent = message;
    wrong.hidden = false;
  }

  async function copy(e) {
    await navigator.clipboard.writeText(command.textContent).then(() => { e.target.textContent = "copied"; }, () => { e.target.textContent = "select and copy"; });
    setTimeout(() => { e.target.textContent = "copy"; }, 2000);
  }

  let busy = false;
  /** Keeps Start off while this reason holds; an empty one lets it. */
  function hold(reason) {
    busy = Boolean(reason || machine.off || !(jdks || machine.go.newest));
    button.disabled = busy;
    held.textContent = machine.off || reason;
    held.hidden = !held.textContent;
  }

  hold("");
  return { form, workloadsChanged, hold };
}
