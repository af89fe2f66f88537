import { send, stream } from "../api.js";
import { el, swatch } from "../dom.js";
import { bytes, length, ns } from "../format.js";
import { header } from "./header.js";
import { say } from "./toast.js";

const GOING = ["preparing", "running", "cancelling"];
const TICK_MS = 500;

/** The run that is going on, or the last one: how far it is, row by row. `told(progress)` hears each change of its state. */
export function runLive(told) {
  let plan = { id: "", rows: [], skipped: [] };
  let progress = { state: "none" };
  let at = 0;
  let finished = new Map();
  let cells = new Map();

  const title = el("span", { class: "title" });
  const note = el("small", {});
  const bar = el("progress", { "aria-label": "Rows finished" });
  const line = el("p", { class: "now", role: "status" });
  const time = el("p", { class: "time" });
  const strip = el("ol", { class: "strip", "aria-label": "Rows in their order" });
  const body = el("tbody", {});
  const table = el("div", { class: "scroll finished", tabindex: 0, role: "region", "aria-label": "Finished rows" }, el("table", {},
    el("thead", {}, el("tr", {}, ...["row", "workload", "collector", "heap", "invocation", "ended", "took", ""].map((h, i) => el("th", { class: [1, 2, 5].includes(i) ? "l" : null, scope: "col" }, h)))), body));
  const cancel = el("button", { class: "chip on", onclick: act("cancel") }, "Cancel");
  const resume = el("button", { class: "chip on", onclick: act("resume") }, "Resume");
  const contrast = el("a", { class: "chip on" }, "See the contrast");
  const left = el("p", { class: "hint" });
  const panel = el("section", { class: "panel live", hidden: true, "aria-label": "Run in progress" },
    el("h2", {}, title, note), bar, line, time, strip, table, left, el("div", { class: "chips" }, cancel, resume, contrast));

  function act(verb) {
    return async e => {
      e.target.disabled = true;
      try {
        await send(`/api/runs/${plan.id || "active"}/${verb}`);
      } catch (problem) {
        say(problem.message);
      }
      e.target.disabled = false;
    };
  }

  function run(p) {
    plan = p;
    finished = new Map();
    body.replaceChildren();
    cells = new Map(plan.rows.map(r => [r.number, el("li", { title: name(r), "data-row": r.number }, el("i", { colour: r.colour }))]));
    strip.replaceChildren(...cells.values());
    left.textContent = plan.skipped.length ? `left out: ${plan.skipped.join("; ")}` : "";
  }

  function advance(p) {
    progress = p;
    at = performance.now();
    for (const f of p.finished) {
      const row = plan.rows.find(r => r.number === f.number);
      finished.set(f.number, f);
      if (!row) continue;
      const good = f.outcome === "ok";
      cells.get(f.number).className = good ? "done" : "done bad";
      cells.get(f.number).title = `${name(row)}: ${words(f)}, ${ns(f.tookNs)}`;
      body.prepend(tableRow(row, f, good));
    }
    for (const [number, cell] of cells) cell.classList.toggle("current", number === p.current);
    show();
    told(p);
  }

  function show() {
    const s = progress.state;
    const going = GOING.includes(s);
    panel.hidden = s === "none" || s === "elsewhere";
    panel.dataset.state = s;
    title.textContent = plan.id ? `Run ${plan.id}` : "Run";
    note.textContent = plan.rows.length ? `${progress.done} of ${progress.of} rows` : "";
    bar.max = Math.max(1, progress.of);
    bar.hidden = !going;
    if (s === "preparing" && !plan.id) bar.removeAttribute("value");
    else bar.value = progress.done;
    strip.hidden = !plan.rows.length;
    table.hidden = finished.size === 0;
    cancel.hidden = !going;
    cancel.disabled = s === "cancelling";
    resume.hidden = going || !plan.id || progress.done >= progress.of;
    contrast.hidden = !plan.id || finished.size === 0;
    contrast.href = `/?run=${plan.id}`;
    line.replaceChildren(...state(s));
    tick();
    header().say(going ? "live" : "", going ? (plan.rows.length ? `${progress.done} of ${progress.of} rows` : "a run begins") : "");
  }

  function state(s) {
    const row = plan.rows.find(r => r.number === progress.current);
    if (s === "cancelling") return ["Ends the JVM that runs…"];
    if (s === "finished") return [`All rows have ended: ${outcomes()}.`];
    if (s === "cancelled") return [plan.id ? `Cancelled after ${progress.done} of ${progress.of} rows; what is finished is kept.` : "Cancelled while looking for the smallest heaps; those found are kept."];
    if (s === "failed") return [el("span", { class: "bad" }, progress.why)];
    if (progress.searching) {
      const f = progress.searching;
      return [`Looks for the smallest heap, ${f.search} of ${f.searches}: ${f.workload} under ${f.setup} in ${bytes(f.heapBytes)}`];
    }
    if (row) return ["Now ", swatch(row.colour), name(row)];
    return [s === "running" ? "Reads the recording…" : "Gets ready…"];
  }

  /** Time goes on between what the server tells. */
  function tick() {
    const since = (performance.now() - at) / 1000;
    const parts = [];
    if (progress.current !== null && progress.current !== undefined) parts.push(`for ${length(Math.floor(progress.currentNs / 1e9 + since))}`);
    if (GOING.includes(progress.state)) {
      if (progress.leftNs !== null && progress.leftNs !== undefined) parts.push(`about ${length(Math.max(1, Math.round(progress.leftNs / 1e9 - since)))} left`);
      else if (plan.rows.length) parts.push("time left: known once a row has ended");
    }
    time.textContent = parts.join(" · ");
    time.hidden = parts.length === 0;
  }

  function outcomes() {
    const counts = new Map();
    for (const f of finished.values()) counts.set(f.outcome, (counts.get(f.outcome) ?? 0) + 1);
    return [...counts].map(([word, n]) => `${n} ${word}`).join(", ");
  }

  setInterval(() => GOING.includes(progress.state) && tick(), TICK_MS);
  stream("/api/runs/active/live", { run, progress: advance }, lost => lost && header().say("lost", "dashboard does not answer"));
  return panel;
}

const words = f => (f.detail ? `${f.outcome} (${f.detail})` : f.outcome);

const name = r => `${r.workload} under ${r.label}${r.control ? " (A/A control)" : ""}, heap ${bytes(r.heapBytes)}, invocation ${r.invocation}`;

const tableRow = (r, f, good) => el("tr", { "data-row": r.number },
  el("td", {}, r.number),
  el("td", { class: "l" }, r.workload),
  el("td", { class: "l" }, swatch(r.colour), r.label, r.control ? el("span", { class: "n" }, " A/A control") : null),
  el("td", {}, bytes(r.heapBytes), r.headroom ? el("span", { class: "n" }, ` ${r.headroom} ×`) : null),
  el("td", {}, r.invocation),
  el("td", { class: good ? "l" : "l bad" }, words(f)),
  el("td", { title: "from the JVM's start to its end, warm-up included" }, ns(f.tookNs)),
  el("td", {}, f.session ? el("a", { href: `/sessions/${f.session}` }, "session") : ""));
