import { el } from "../dom.js";
import { part } from "../format.js";
import { report } from "../source.js";

/** A row for each session; the best and the worst of each column marked, never of those that were recorded elsewhere. */
export function contrastTable(columns, rows, off, light) {
  const notes = new Set(rows.flatMap(r => columns.map(c => r.cells[c.id].footnote)).filter(Boolean));
  const elsewhere = rows.some(r => r.elsewhere);
  return el("table", {},
    el("thead", {}, el("tr", {}, el("th", { class: "l", scope: "col" }, "collector"),
      ...columns.map(c => el("th", { scope: "col", title: c.what }, c.label, el("small", {}, c.note))))),
    el("tbody", {}, ...rows.map(r => row(columns, r, off, light))),
    notes.size || elsewhere ? el("tfoot", {}, el("tr", {}, el("td", { class: "l", colspan: columns.length + 1 },
      notes.size ? el("small", {}, `† not compared: ${[...notes].join("; ")}`) : null,
      elsewhere ? el("small", {}, "Grey rows were recorded on another machine and ship with Tricolor: shown for what they are like, compared with nothing here.") : null))) : null);
}

function row(columns, r, off, light) {
  return el("tr", {
    class: [off.has(r.session) ? "off" : "", r.elsewhere ? "elsewhere" : ""].join(" ").trim() || null, "data-session": r.session,
    onmouseenter: () => light(r.session), onmouseleave: () => light(null),
  },
  el("td", { class: "l" }, el("span", { class: "sw", colour: r.colour }), el(report ? "span" : "a", { href: report ? null : `/sessions/${r.session}`, title: r.name }, r.label),
    r.state === "live" ? el("span", { class: "n" }, " live") : r.state === "lost" ? el("span", { class: "n" }, " lost") : null,
    r.elsewhere ? el("small", {}, r.elsewhere) : null),
  ...columns.map(c => cell(c, r.cells[c.id])));
}

function cell(column, c) {
  if (c.missing) return el("td", { class: "missing", title: `not available: ${c.missing}`, "data-column": column.id }, "–");
  const classes = [c.mark, c.tone === "bad" ? "bad" : ""].join(" ").trim();
  const title = [c.mark && `${c.mark} here`, c.instrument].filter(Boolean).join(": ");
  return el("td", { class: classes || null, title, "data-column": column.id },
    ...c.parts.flatMap((p, i) => {
      const strong = i === c.strong || c.parts.length === 1;
      return [i ? el("span", { class: "n" }, " · ") : null, strong ? part(p) : el("span", { class: "n" }, part(p))];
    }), c.footnote ? el("span", { class: "n", role: "note" }, " †") : null);
}
