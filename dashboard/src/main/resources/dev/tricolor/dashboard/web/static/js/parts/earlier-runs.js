import { ask, send } from "../api.js";
import { el } from "../dom.js";
import { bytes, date } from "../format.js";
import { say, undoable } from "./toast.js";

const UNDO_SECONDS = 5;

/** The runs on disk, newest first: to look at, to go on with, to delete. */
export function earlierRuns() {
  const going = new Set(); // about to be deleted, can be undone
  let all = [];
  const body = el("tbody", {});
  const list = el("div", { class: "scroll" }, el("table", { class: "cards" },
    el("thead", {}, el("tr", {}, ...["", "run", "workloads", "rows", "began", "heaps", "setups", ""].map((h, i) => el("th", { class: i > 0 && i < 5 ? "l" : null, scope: "col" }, h)))), body));
  const empty = el("p", { class: "why" }, "None yet: start one above, or on the command line.");
  const panel = el("section", { class: "panel earlier", "aria-label": "Earlier runs" }, el("h2", {}, el("span", { class: "title" }, "Earlier runs")), list, empty);

  async function refresh() {
    try {
      all = (await ask("/api/runs/earlier")).runs;
      show();
    } catch (e) {
      empty.textContent = e.message;
      empty.hidden = false;
    }
  }

  function show() {
    const here = all.filter(r => !going.has(r.id));
    list.hidden = here.length === 0;
    empty.hidden = here.length > 0;
    const focus = document.activeElement?.dataset?.focus;
    body.replaceChildren(...here.map(row));
    if (focus) body.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
  }

  function row(r) {
    const bad = Object.entries(r.outcomes).filter(([word]) => word !== "ok").map(([word, n]) => `${n} ${word}`).join(", ");
    const running = r.state === "going";
    return el("tr", { "data-run": r.id },
      el("td", {}, el("span", { class: `state ${running ? "live" : "ended"}`, title: running ? "is going on" : r.state })),
      el("td", { class: "l" }, r.finished ? el("a", { href: `/?run=${r.id}`, "data-focus": r.id }, r.id) : r.id),
      el("td", { class: "l" }, el("b", {}, r.workloads.join(", ")), el("span", { class: "n" }, ` ${r.arguments.map(a => a.replace(/^--/, "").replace("=", " ")).join(", ")}`)),
      el("td", { class: "l" }, r.state === "cut off" ? `${r.finished} of ${r.rows}, cut off` : running ? `${r.finished} of ${r.rows}` : `${r.rows}`, bad ? el("span", { class: "bad" }, ` · ${bad}`) : null),
      el("td", { class: "l" }, date(r.started)),
      el("td", { class: "hide" }, r.heapBytes.length > 3 ? `${r.heapBytes.length} sizes` : r.heapBytes.map(bytes).join(", ") || "–"),
      el("td", { class: "hide", title: r.setups.join(", ") }, r.setups.length),
      el("td", { class: "acts" },
        r.state === "cut off" ? el("button", { class: "plain", "data-focus": `resume-${r.id}`, "aria-label": `resume run ${r.id}`, onclick: () => resume(r) }, "resume") : null,
        el("button", { class: "plain", "aria-label": `delete run ${r.id}`, title: running ? "It is going on: cancel it first" : "delete", disabled: running, "data-focus": `delete-${r.id}`, onclick: () => remove(r) }, "✕")));
  }

  async function resume(r) {
    try {
      await send(`/api/runs/${r.id}/resume`);
      scrollTo({ top: 0 });
    } catch (e) {
      say(e.message);
    }
  }

  async function remove(r) {
    going.add(r.id);
    show();
    if (await undoable(`Run ${r.id} and its recordings will be deleted.`, UNDO_SECONDS)) {
      try {
        await ask(`/api/runs/${r.id}`, { method: "DELETE", keepalive: true });
        all = all.filter(o => o.id !== r.id);
      } catch (e) {
        say(e.message);
      }
    }
    going.delete(r.id);
    show();
  }

  return { panel, refresh };
}
