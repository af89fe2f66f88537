import { el } from "../dom.js";
import { part } from "../format.js";

/** Label and value; what is missing says why. `more` is folded away, grouped by what stands before the colon. */
export function facts({ rows, more }) {
  const list = list_(rows);
  if (!more?.length) return list;
  const groups = new Map();
  for (const row of more) {
    const [group, ...rest] = row.label.split(": ");
    const label = rest.length ? rest.join(": ") : row.label;
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push({ ...row, label });
  }
  return el("div", {}, list, el("details", { class: "more" },
    el("summary", {}, `all ${more.length} settings`),
    ...[...groups].flatMap(([group, members]) => [el("h3", {}, group), list_(members)])));
}

function list_(rows) {
  return el("dl", { class: "facts" }, ...rows.flatMap(row => {
    const label = el("dt", { title: row.instrument || null }, row.label, row.note ? el("small", {}, ` ${row.note}`) : null);
    if (row.missing) {
      return [label, el("dd", { class: "missing", title: row.missing }, `not available: ${row.missing}`)];
    }
    const text = row.parts.map((p, i) => (i === 0 ? "" : p.text && p.value !== null ? ` ${p.text} ` : ", ") + part(p)).join("");
    const long = text.length > 40;
    return [label, el("dd", { class: [row.tone === "bad" ? "bad" : "", long ? "long" : ""].join(" ").trim() || null, title: row.instrument || null }, text)];
  }));
}
