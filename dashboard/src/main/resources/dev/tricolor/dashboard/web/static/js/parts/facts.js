import { el } from "../dom.js";
import { part } from "../format.js";

/** Label and value; what is missing says why. */
export function facts(rows) {
  return el("dl", { class: "facts" }, ...rows.flatMap(row => {
    const label = el("dt", { title: row.instrument || null }, row.label, row.note ? el("small", {}, ` ${row.note}`) : null);
    if (row.missing) {
      return [label, el("dd", { class: "missing", title: row.missing }, `not available: ${row.missing}`)];
    }
    const text = row.parts.map(part).join(", ");
    const long = text.length > 60;
    return [label, el("dd", { class: [row.tone, long ? "long" : ""].join(" ").trim(), title: row.instrument || null }, text)];
  }));
}
