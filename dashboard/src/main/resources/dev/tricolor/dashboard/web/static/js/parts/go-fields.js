import { el } from "../dom.js";
import { field } from "./field.js";

/**
 * How Go runs beside the JVMs: memory limit, equal memory, Green Tea. `choice` is what they change; `show(why, hints)` says
 * why Go cannot be chosen, or what else its choice asks for.
 */
export function goFields(machine, choice, changed) {
  const size = el("input", {
    type: "text", value: choice.memlimit === "heap" ? "" : choice.memlimit, placeholder: "256m", autocomplete: "off", spellcheck: "false",
    "aria-label": "Memory limits", "data-key": "memlimit", oninput: e => { choice.memlimit = e.target.value; changed(); },
  });
  let kind = choice.memlimit === "" ? "none" : choice.memlimit === "heap" ? "heap" : "size";
  const radio = (id, label) => el("label", { class: "radio" }, el("input", {
    type: "radio", name: "memlimit", checked: kind === id, "data-limit": id,
    onchange: () => { kind = id; choice.memlimit = { none: "", heap: "heap", size: size.value ||= "256m" }[id]; changed(); },
  }), label);
  const limit = el("div", { class: "limits" }, radio("none", "none"), radio("heap", "the JVMs' heap"), radio("size", "sizes"), size);
  const equal = el("input", { type: "checkbox", id: "equal-memory", checked: choice.equal, onchange: e => { choice.equal = e.target.checked; changed(); } });
  const tea = el("select", { onchange: e => { choice.greentea = e.target.value; changed(); } },
    ...[["", "as it comes"], ["on", "on"], ["off", "off"], ["on,off", "both"]].map(([v, label]) => el("option", { value: v, selected: v === choice.greentea }, label)));
  const hint = el("p", { class: "caution", id: "go-hint", role: "status" });
  const fields = el("div", { class: "go-fields" },
    field("memlimits", "Go's memory limit", limit, "GOMEMLIMIT; several sizes with commas. The JVMs' heap with GOGC off: Go in the memory that they have"),
    el("div", { class: "check", "data-field": "equalMemory" }, equal,
      el("label", { for: "equal-memory" }, "equal memory: JVMs get the heap that Go used at its peak, for each GOGC"), el("p", { class: "error", role: "alert", hidden: true })),
    machine.go.greenTea ? field("greentea", "Green Tea", tea, "the collector's newer marking: built with it, without, or both") : null);
  const box = el("div", {}, hint, fields);

  return {
    box,
    show(why, on, hints) {
      fields.hidden = !on;
      hint.textContent = why ? `Go: ${why}` : on ? hints.join(" ") : "";
      hint.hidden = !hint.textContent;
    },
  };
}

/** What Go's share of a run asks for, in words. `given` are the knobs, `limited` says whether Go has a memory limit. */
export function goHints(workloads, given, limited, jvms) {
  const shares = workloads.filter(w => (given.get("live") ?? w.knobs.find(k => k.name === "live")?.default ?? "").endsWith("%"));
  const kinds = workloads.some(w => w.name === "refs") && !["weak", "cleaner"].includes(given.get("kind") ?? (jvms ? "" : "weak"));
  return [
    shares.length && !limited ? `The live set of ${shares.map(w => w.name).join(", ")} is a share of the heap, and Go has none: set the knob live in bytes, such as 96m, or a memory limit.` : "",
    kinds ? "refs in Go has weak references and cleaners only: set the knob kind to weak." : "",
  ].filter(Boolean);
}
