import { el, swatch } from "../dom.js";

/** What can be chosen, a group for each runtime: here each JDK with its collectors. A further runtime is one more group. */
export function setupGroups(machine) {
  return machine.jdks.filter(j => machine.usable.includes(j.home)).map(jdk => ({
    jdk: String(jdk.feature),
    label: `JDK ${jdk.version}`,
    title: `${jdk.vendor} ${jdk.home}`.trim(),
    toggles: jdk.collectors.map(c => ({
      id: `${c.id}-${jdk.feature}`, collector: c.id, label: c.label, colour: c.colour,
      title: `${c.flags.join(" ")}${c.id === "epsilon" ? ": never collects; what outgrows the heap ends" : ""}`,
    })),
  }));
}

/** Rows of toggles; `chosen` is a set of ids that they change. */
export function setupToggles(groups, chosen, changed) {
  const buttons = new Map();
  const show = () => buttons.forEach((b, id) => b.setAttribute("aria-pressed", String(chosen.has(id))));
  const set = (ids, on) => {
    ids.forEach(id => (on ? chosen.add(id) : chosen.delete(id)));
    show();
    changed();
  };
  const rows = groups.map(g => {
    const ids = g.toggles.map(t => t.id);
    return el("div", { class: "setups", role: "group", "aria-label": g.label },
      el("button", { type: "button", class: "plain runtime", title: `${g.title}: all or none`, onclick: () => set(ids, !ids.some(id => chosen.has(id))) }, g.label),
      el("span", { class: "toggles" }, ...g.toggles.map(t => {
        const button = el("button", { type: "button", class: "chip", title: t.title, "data-setup": t.id, onclick: () => set([t.id], !chosen.has(t.id)) }, swatch(t.colour), t.label);
        buttons.set(t.id, button);
        return button;
      })));
  });
  show();
  return rows;
}
