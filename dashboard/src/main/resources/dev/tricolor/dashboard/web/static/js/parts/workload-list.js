import { el, swatch } from "../dom.js";

/** Every workload: what it does, what it exposes and where that shows. `chosen` is a set of names that the list changes. */
export function workloadList(workloads, collectors, chosen, changed) {
  return el("div", { class: "workloads" }, ...workloads.map(w => {
    const [exposes, where] = parts(w.exposes);
    const box = el("input", {
      type: "checkbox", id: `workload-${w.name}`, checked: chosen.has(w.name),
      onchange: e => { e.target.checked ? chosen.add(w.name) : chosen.delete(w.name); changed(); },
    });
    return el("article", { class: "workload", "data-workload": w.name },
      box,
      el("div", {},
        el("label", { for: box.id }, el("b", {}, w.name), " ", el("span", { class: "does" }, w.summary)),
        el("p", { class: "exposes" }, el("span", { class: "k" }, "exposes "), exposes),
        where ? el("p", { class: "exposes" }, el("span", { class: "k" }, "shows in "), where) : null,
        signature(w, collectors)));
  }));
}

/** What it exposes, and where that shows: the catalogue says "…; see …". */
function parts(text) {
  const at = text.lastIndexOf("; see ");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 6)];
}

function signature(w, collectors) {
  if (!w.signatures.length) return null;
  const name = s => collectors[s.collector] ?? { label: s.collector, colour: "#888" };
  return el("details", { class: "signature", title: "Tests look for its signature under these collectors" },
    el("summary", {}, el("span", { class: "k" }, "seen under "), ...w.signatures.flatMap(s => [el("span", { class: "seen" }, swatch(name(s).colour), name(s).label)])),
    el("dl", {}, ...w.signatures.flatMap(s => [
      el("dt", {}, swatch(name(s).colour), name(s).label, ` ${s.minimumJdk}+ `, el("code", {}, [...s.flags, ...s.arguments].join(" "))),
      ...s.evidence.map(e => el("dd", {}, el("code", {}, e.text)))])));
}
