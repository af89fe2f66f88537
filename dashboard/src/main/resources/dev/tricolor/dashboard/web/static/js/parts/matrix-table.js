import { el } from "../dom.js";
import { part, value } from "../format.js";
import { report } from "../source.js";
import { heapWords } from "./choosers.js";

/** A row for each setup: means with their 95 % intervals. Marked is only what lies apart from all others. */
export function matrixTable(matrix, off, light) {
  const { columns, rows } = matrix;
  const byHeap = Map.groupBy ? Map.groupBy(rows, r => r.heapBytes) : group(rows);
  const body = [...byHeap].flatMap(([size, members]) => [
    byHeap.size > 1 ? el("tr", { class: "group" }, el("th", { class: "l", scope: "rowgroup", colspan: columns.length + 1 },
      heapWords({ bytes: size, multiple: members[0].headroom }))) : null,
    ...members.map(r => row(columns, r, off, light)),
  ]);
  return el("table", { class: "matrix" },
    el("thead", {}, el("tr", {}, el("th", { class: "l", scope: "col" }, "collector", el("small", {}, "invocations")),
      ...columns.map(c => el("th", { scope: "col", title: c.what }, c.label, el("small", {}, c.note))))),
    el("tbody", {}, ...body.filter(Boolean)));
}

function group(rows) {
  const groups = new Map();
  for (const r of rows) groups.set(r.heapBytes, [...(groups.get(r.heapBytes) ?? []), r]);
  return groups;
}

function row(columns, r, off, light) {
  const classes = [off.has(r.line) ? "off" : "", r.control ? "control" : ""].join(" ").trim();
  const cells = r.ok > 0
    ? columns.map(c => cell(c, r.cells[c.id]))
    : [el("td", { class: r.finished ? "outcome bad" : "outcome missing", colspan: columns.length }, r.finished ? r.outcomes : "not run yet")];
  return el("tr", {
    class: classes || null, "data-setup": r.key,
    onmouseenter: () => light(r.line), onmouseleave: () => light(null),
  }, name(r), ...cells);
}

/** Leads to its invocations. Says how many there are where one might think otherwise. */
function name(r) {
  const count = r.outcomes && r.ok !== r.finished ? r.outcomes : r.finished < r.planned ? `${r.finished} of ${r.planned} run` : `${r.ok}`;
  const label = report || r.invocations.length === 0 ? el("span", {}, r.label)
    : el("a", { href: `/?sessions=${r.invocations.join(",")}`, title: `${r.key}: its invocations side by side` }, r.label);
  return el("td", { class: "l" }, el("span", { class: "sw", colour: r.colour }), label,
    el("small", { title: r.steady || null }, count, r.steady.startsWith("no steady") ? ", no steady state" : ""));
}

function cell(column, c) {
  if (c.missing) return el("td", { class: "missing", title: `not available: ${c.missing}`, "data-column": column.id }, "–");
  const title = [c.mark && `${c.mark} here, by an interval apart from all others`, c.instrument].filter(Boolean).join("; ");
  return el("td", { class: c.mark || null, title, "data-column": column.id },
    c.words && c.low !== null && c.words !== "baseline" ? el("span", { class: "n" }, c.words, " ") : null,
    ...c.parts.flatMap((p, i) => {
      const strong = i === c.strong || c.parts.length === 1;
      return [i ? el("span", { class: "n" }, " · ") : null, strong ? part(p) : el("span", { class: "n" }, part(p))];
    }), c.footnote ? el("span", { class: "n", role: "note" }, " †") : null, interval(c));
}

/** A ratio's interval is not even around it, so both ends are told; a mean's is. */
function interval(c) {
  if (c.words === "baseline") return el("small", {}, c.words);
  if (c.low === null || c.high === null) return c.words ? el("small", {}, c.words) : null;
  const { unit } = c.parts[c.strong];
  return c.words
    ? el("small", {}, `${value(c.low, unit)} – ${value(c.high, unit)}`)
    : el("small", {}, `± ${value((c.high - c.low) / 2, unit)}`);
}

/** What a reader must know before believing the table. */
export function matrixNotes(matrix) {
  const { work, controls, columns, rows } = matrix;
  const footnotes = new Set(rows.flatMap(r => columns.map(c => r.cells[c.id].footnote)).filter(Boolean));
  const several = new Set(rows.map(r => r.heapBytes)).size > 1;
  const lines = [
    matrix.invocations > 1
      ? "Each value is the mean over invocations with half its 95 % confidence interval. Underlined: best, dotted: worst, only where the interval is apart from every other's in the same heap; LBO is compared within one runtime."
      : "One invocation: no error bars, so nothing is marked.",
    ...[...footnotes].map(f => `† not compared: ${f}.`),
    ...controls.map(c => `A/A control${several ? `, ${heapWords({ bytes: c.heapBytes, multiple: null })}` : ""}: ${c.words}.`),
    ...work.notes.map(n => `${n[0].toUpperCase()}${n.slice(1)}.`),
    ...matrix.run.skipped.map(s => `Left out: ${s}.`),
  ];
  return lines.map(line => el("p", { class: "key" }, line));
}
