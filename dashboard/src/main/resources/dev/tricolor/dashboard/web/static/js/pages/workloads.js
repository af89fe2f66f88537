import { ask } from "../api.js";
import { el } from "../dom.js";
import { bytes } from "../format.js";
import { earlierRuns } from "../parts/earlier-runs.js";
import "../parts/header.js";
import { fromUrl } from "../parts/run-choice.js";
import { runForm } from "../parts/run-form.js";
import { runLive } from "../parts/run-live.js";
import { setupGroups } from "../parts/setup-toggles.js";
import { workloadList } from "../parts/workload-list.js";

const main = document.getElementById("main");
const heading = el("h1", {}, "Workloads");
const sub = el("p", { class: "sub" }, "Looks at what this machine has…");
main.replaceChildren(heading, sub);

try {
  const [{ workloads, collectors }, machine] = await Promise.all([ask("/api/workloads"), ask("/api/machine")]);
  show(workloads, collectors, machine);
} catch (e) {
  sub.replaceWith(el("p", { class: "notice", role: "alert" }, e.message));
}

function show(workloads, collectors, machine) {
  sub.textContent = [
    `${workloads.length} canned workloads, each made to expose one behaviour of a collector`,
    `${machine.processors} processors`,
    machine.memoryBytes ? `${bytes(machine.memoryBytes)} of memory` : "",
  ].filter(Boolean).join(" · ");
  const groups = setupGroups(machine);
  const choice = fromUrl(location.search, groups, workloads.map(w => w.name));
  const form = runForm(workloads, machine, groups, choice);
  const list = workloadList(workloads, collectors, choice.workloads, form.workloadsChanged);
  const earlier = earlierRuns();
  let state = "";
  const live = runLive(p => {
    form.hold(p.state === "elsewhere" ? p.why : ["preparing", "running", "cancelling"].includes(p.state) ? "A run is going on: two at once would measure each other." : "");
    const now = `${p.state} ${p.done}`;
    if (now !== state) earlier.refresh();
    state = now;
  });
  main.replaceChildren(heading, sub,
    machine.off ? el("p", { class: "notice" }, machine.off) : "",
    live,
    el("div", { class: "grid choose" },
      el("section", { class: "panel", "aria-label": "Workloads" }, el("h2", {}, el("span", { class: "title" }, "What each exposes"), el("small", {}, "choose one or several")), list),
      form.form),
    earlier.panel);
  form.workloadsChanged();
}
