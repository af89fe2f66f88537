import { el } from "../dom.js";
import { field } from "./field.js";

const BYTES = [["g", 2 ** 30], ["m", 2 ** 20], ["k", 2 ** 10], ["", 1]];
const COUNTS = [["g", 1e9], ["m", 1e6], ["k", 1e3], ["", 1]];
const TIMES = [["h", 3600e9], ["s", 1e9], ["ms", 1e6], ["us", 1e3], ["ns", 1]];
const exact = (v, units) => {
  const [unit, size] = units.find(([, s]) => v !== 0 && v % s === 0) ?? units.at(-1);
  return `${v / size}${unit}`;
};
const SHOWN = { bytes: v => exact(v, BYTES), count: v => exact(v, COUNTS), ns: v => exact(v, TIMES), "parts per million": v => `${v / 1e4}%` };

/** The bounds as one would type them. */
export function bounds(knob) {
  if (knob.min === null) return "";
  const show = SHOWN[knob.unit] ?? String;
  const most = knob.max > Number.MAX_SAFE_INTEGER / 2 ? String(knob.max) : show(knob.max);
  return `${show(knob.min)} to ${most}${knob.kind === "heap_bytes" ? ", or a share of the heap" : ""}`;
}

/** The knobs that all of these workloads have, but for those that the form has a place for. */
export function commonKnobs(workloads) {
  const [first, ...rest] = workloads;
  return (first?.knobs ?? []).filter(k => rest.every(w => w.knobs.some(o => o.name === k.name && o.kind === k.kind)))
    .map(k => ({ ...k, default: rest.every(w => w.knobs.find(o => o.name === k.name).default === k.default) ? k.default : null, varies: rest.some(w => w.knobs.find(o => o.name === k.name).default !== k.default) }));
}

const preset = k => (k.varies ? "each its own" : k.default ?? "off");

/** Fields for them; `values` is a map from the knob's name that they change. */
export function knobFields(knobs, values, changed) {
  return knobs.map(k => {
    const set = e => { e.target.value ? values.set(k.name, e.target.value) : values.delete(k.name); changed(); };
    const given = values.get(k.name) ?? "";
    const control = k.kind === "choice"
      ? el("select", { onchange: set }, el("option", { value: "" }, `${preset(k)} (default)`), ...k.choices.map(c => el("option", { value: c, selected: c === given }, c)))
      : el("input", { type: "text", value: given, placeholder: preset(k), autocomplete: "off", spellcheck: "false", oninput: set });
    return field(`knobs.${k.name}`, k.name, control, [k.meaning, bounds(k)].filter(Boolean).join("; "));
  });
}
