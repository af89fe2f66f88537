import { el, swatch } from "../dom.js";

const GOGC = ["25", "50", "100", "200", "400", "off"];

/** What can be chosen, a group for each runtime: each JDK with its collectors, and the newest Go with values of its knob. */
export const setupGroups = machine => [...jdkGroups(machine), goGroup(machine.go)];

function jdkGroups(machine) {
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

/** Where there is no Go the group says so and nothing in it can be chosen. */
function goGroup(go) {
  return {
    go: go.release ?? "none", label: go.newest ? `Go ${go.newest}` : "Go", why: go.newest ? "" : `not found: ${go.hint}`,
    title: go.newest ? go.toolchains[0].go : "no Go toolchain",
    toggles: GOGC.map(gogc => ({
      id: `go-${gogc}`, collector: "go", gogc, label: `GOGC ${gogc}`, colour: go.colour,
      title: gogc === "off" ? "GOGC=off: collects only near a memory limit" : `GOGC=${gogc}: the heap may grow by ${gogc} % of the live set before the next collection`,
    })),
  };
}

/** Why Go cannot be chosen, whatever is chosen beside it; empty where it can. */
export const goWhy = (groups, machine, workloads) => groups.find(g => g.go).why
  || [...workloads].map(w => machine.go.inJavaOnly[w]).filter(Boolean).join("; ");

/** Rows of toggles; `chosen` is a set of ids that they change. `rows.hold(group, why)` greys a group out and takes its own back. */
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
    return el("div", { class: "setups", role: "group", "aria-label": g.label, "data-runtime": g.go ? "go" : g.jdk },
      el("button", { type: "button", class: "plain runtime", title: `${g.title}: all or none`, onclick: () => set(ids.filter(id => !buttons.get(id).disabled), !ids.some(id => chosen.has(id))) }, g.label),
      el("span", { class: "toggles" }, ...g.toggles.map(t => {
        const button = el("button", { type: "button", class: "chip", title: t.title, "data-setup": t.id, onclick: () => set([t.id], !chosen.has(t.id)) }, swatch(t.colour), t.label);
        buttons.set(t.id, button);
        return button;
      })));
  });
  show();
  rows.hold = (group, why) => {
    for (const t of group.toggles) {
      buttons.get(t.id).disabled = Boolean(why);
      buttons.get(t.id).title = why || t.title;
      if (why) chosen.delete(t.id);
    }
    show();
  };
  return rows;
}
