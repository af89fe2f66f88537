import { el } from "../dom.js";
import { bytes, value } from "../format.js";
import { makePanel } from "./panel.js";

const WHAT = "Each line is one collector on one runtime: the mean over invocations in each heap, with its 95 % confidence interval as a whisker.";

/**
 * The headroom curve: what more memory buys. `context` as for a panel; `chosen` is the reading drawn, `choose` is told of
 * another one.
 */
export function headroomPanel(headroom, chosen, choose, context) {
  const reading = headroom.readings.find(r => r.id === chosen) ?? headroom.readings[0];
  const panel = makePanel(spec(headroom, reading), { ...context, legend: false });
  panel.show(table(headroom, reading));
  if (!headroom.empty) {
    panel.body.before(switches(headroom.readings, reading, choose));
    panel.append(...remarks(headroom, reading));
  }
  return panel;
}

function spec(headroom, reading) {
  const at = [...new Set(headroom.lines.flatMap(l => l.points.map(p => p.x)))].sort((a, b) => a - b);
  const { live } = headroom;
  const multiple = headroom.unit === "multiple";
  const size = x => headroom.lines.flatMap(l => l.points).find(p => p.x === x)?.heapBytes;
  return {
    id: "headroom", title: "What headroom buys", subtitle: reading ? `${reading.label} against memory` : "",
    kind: "whiskers", place: "main",
    axes: [
      {
        scale: "log", unit: headroom.unit, label: multiple ? "heap, × the smallest under G1" : "heap", at,
        second: live === null ? null : { label: `GOGC for the same heap (live set ${bytes(live)})`, of: x => String(Math.round(100 * (size(x) / live - 1))) },
      },
      { unit: reading?.unit ?? "", label: "", ...upwards(headroom, reading) },
    ],
    series: headroom.lines.map(l => ({ id: l.line, label: l.label, role: "collector", dashed: false, of: l.line })),
    explanation: {
      what: `${reading?.what ?? ""} ${WHAT} The upper axis is what GOGC would have to be for that heap: 100 · (heap / live − 1), with ${headroom.liveOf || "the live set"}.`,
      instrument: "As in the table above, by setup.",
      leavesOut: "What lies between two heaps was not run: the lines only join what belongs together.",
    },
  };
}

/**
 * The vertical axis: room for the whiskers, but not more than half as much again as the means need. From 0 or, where only
 * ratios mean something and they lie far apart, logarithmic.
 */
function upwards(headroom, reading) {
  const values = headroom.lines.flatMap(l => l.points).map(p => p.values[reading?.id]).filter(Boolean);
  if (!values.length) return { scale: "linear", range: null };
  const least = Math.min(...values.map(v => v.mean)), most = Math.max(...values.map(v => v.mean));
  const high = Math.min(Math.max(...values.map(v => v.high ?? v.mean)), most * 1.5);
  const low = Math.max(Math.min(...values.map(v => v.low ?? v.mean)), least * 0.67);
  if (reading.unit === "ns" || (reading.unit === "factor" && most > 8 * least)) return { scale: "log", range: [low * 0.9, high * 1.1] };
  if (reading.unit === "factor") return { scale: "linear", range: [Math.min(1, low), high + (high - 1) * 0.05 + 0.01] };
  return { scale: "linear", range: [0, reading.unit === "share" ? Math.min(1, high * 1.05) : high * 1.05] };
}

function table(headroom, reading) {
  const empty = { x: [], y: {}, text: [], absent: {}, note: "", leftOut: 0, facts: null, empty: headroom.empty || null };
  if (headroom.empty) return empty;
  const x = [...new Set(headroom.lines.flatMap(l => l.points.map(p => p.x)))].sort((a, b) => a - b);
  const columns = { y: {}, low: {}, high: {}, points: {} };
  for (const l of headroom.lines) {
    const points = x.map(v => l.points.find(p => p.x === v) ?? null);
    columns.points[l.line] = points;
    for (const [column, field] of [["y", "mean"], ["low", "low"], ["high", "high"]]) {
      columns[column][l.line] = points.map(p => p?.values[reading.id]?.[field] ?? null);
    }
  }
  const none = Object.values(columns.y).every(v => v.every(n => n === null));
  return { ...empty, x, ...columns, empty: none ? `No setup has ${reading.label} yet` : null };
}

function switches(readings, reading, choose) {
  return el("div", { class: "switches", role: "group", "aria-label": "What is drawn" }, ...readings.map(r =>
    el("button", { class: "chip", "data-y": r.id, "aria-pressed": String(r === reading), onclick: () => choose(r.id) }, r.label)));
}

/** Where a line gets no better with the heap, and why as far as can be told. */
function remarks(headroom, reading) {
  const low = reading.better === "low";
  const x = v => value(v, headroom.unit);
  const found = headroom.remarks[reading.id] ?? [];
  const group = (why, head, tail = "") => {
    const members = found.filter(r => r.why === why);
    return members.length ? el("p", { class: "key", "data-why": why }, el("b", {}, head), ` ${members.map(r =>
      `${r.label} (${x(r.from)} → ${x(r.to)}: ${value(r.before.mean, reading.unit)} → ${value(r.after.mean, reading.unit)})`).join(", ")}${tail}`) : null;
  };
  const not = low ? "Does not fall" : "Does not rise";
  const lines = [
    group("overlap", `${not}, intervals overlap, so chance may be all there is:`),
    group("apart", `${low ? "Rises" : "Falls"} with the heap, intervals apart:`, ". Why is not known from these numbers."),
    group("single", `${not}; a single invocation, so chance can't be told:`),
    headroom.gaps.length ? el("p", { class: "key", "data-why": "gap" }, el("b", {}, "No point:"), ` ${headroom.gaps.map(g => `${g.label} at ${x(g.x)} (${g.why})`).join(", ")}`) : null,
  ].filter(Boolean);
  if (!found.length && headroom.lines.some(l => l.points.length > 1)) lines.unshift(el("p", { class: "key", "data-why": "none" }, `Every line ${low ? "falls" : "rises"} from heap to heap.`));
  return lines;
}
