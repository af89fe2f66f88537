import { el } from "../dom.js";
import { bytes, value } from "../format.js";

/** A heap in words: its size, and how many times the smallest it is; Go has none of its own. */
export const heapWords = ({ bytes: size, multiple }) => (size === 0 ? "no heap of a given size" : bytes(size)) + (multiple === null || size === 0 ? "" : ` · ${value(multiple, "multiple")}`);

/** What of a run is shown: selects for workload, heap, baseline and run. `choose(name, value)` is told. */
export function choosers(matrix, runs, choose, fixed) {
  const heaps = matrix.heaps.map(h => [String(h.bytes), heapWords(h)]);
  if (heaps.length > 1) heaps.push(["all", "all heaps"]);
  return [
    select("workload", matrix.workloads.map(w => [w, w]), matrix.workload, choose),
    select("heap", heaps, matrix.heap, choose),
    fixed ? null : select("baseline", matrix.baselines.map(b => [b.id, b.label]), matrix.baseline, choose),
    fixed ? null : select("run", runs.map(r => [r, r]), matrix.run.id, choose),
  ].filter(Boolean);
}

/** Nothing to choose from, nothing shown. */
function select(name, options, chosen, choose) {
  if (options.length < 2) return null;
  return el("label", { class: "chip choose" }, `${name} `,
    el("select", { "data-choose": name, onchange: e => choose(name, e.target.value) },
      ...options.map(([v, label]) => el("option", { value: v, selected: v === chosen }, label))));
}
