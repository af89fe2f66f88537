import { ask } from "../api.js";
import { el, swatch } from "../dom.js";
import { bytes, date, length, value } from "../format.js";
import "../parts/header.js";
import { start } from "../parts/start.js";
import { say, undoable } from "../parts/toast.js";

const UNDO_SECONDS = 5;
const REFRESH_MS = 3000;

const main = document.getElementById("main");
const picked = new Set((new URLSearchParams(location.search).get("with") ?? "").split(",").filter(Boolean));
const going = new Set(); // about to be deleted, can be undone
let all = [];
let wanted = "";

const count = el("p", { class: "sub" }, "…");
const search = el("input", { type: "search", placeholder: "name, collector, JDK, host, run", "aria-label": "Search sessions", oninput: e => { wanted = e.target.value.toLowerCase(); show(); } });
const compare = el("a", { class: "chip on", hidden: true });
const body = el("tbody", {});
const list = el("div", { class: "panel scroll" }, el("table", { class: "cards" },
  el("thead", {}, el("tr", {}, ...["", "session", "collector", "state", "began", "data", "pauses, longest", "stalls", "GC CPU", "peak RSS", "size", ""].map((h, i) =>
    el("th", { class: i > 0 && i < 5 ? "l" : null, scope: "col" }, h)))), body));
const empty = el("div", { hidden: true }, start());
const frame = [el("h1", {}, "Sessions"), count, el("div", { class: "tools" }, search, compare), list, empty];
main.replaceChildren(...frame);

async function refresh() {
  try {
    all = (await ask("/api/sessions")).sessions;
    show();
  } catch (e) {
    count.textContent = e.message;
  }
  setTimeout(refresh, document.hidden ? 10 * REFRESH_MS : REFRESH_MS);
}

function show() {
  const here = all.filter(({ session }) => !going.has(session.id));
  const found = here.filter(s => text(s).includes(wanted));
  const live = here.filter(({ session }) => session.state === "live").length;
  count.textContent = `${here.length} session${here.length === 1 ? "" : "s"}${live ? `, ${live} live` : ""}${wanted ? `, ${found.length} found` : ""}`;
  list.hidden = here.length === 0;
  empty.hidden = here.length > 0;
  const focus = document.activeElement?.dataset?.focus;
  body.replaceChildren(...found.map(row));
  if (focus) body.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
  compare.hidden = picked.size < 2;
  compare.textContent = `compare ${picked.size} sessions`;
  compare.href = `/?sessions=${[...picked].join(",")}`;
}

const text = ({ session: s }) => [s.name, s.heading.collector, s.heading.collectorId, s.heading.jdk, s.host, s.state, s.pid, ...Object.values(s.labels)].join(" ").toLowerCase();

const figure = (f, tone) => f.missing !== undefined
  ? el("td", { class: "missing hide", title: `not available: ${f.missing}` }, "–")
  : el("td", { class: ["hide", tone].join(" ").trim(), title: f.instrument }, value(f.value, f.unit));

function row({ session: s, summary }) {
  const pauses = summary.pauses.value !== undefined && summary.pauseMax.value !== undefined
    ? el("td", { title: summary.pauses.instrument, class: "hide" }, el("span", { class: "n" }, `${value(summary.pauses.value, "count")} · `), value(summary.pauseMax.value, "ns"))
    : figure(summary.pauses);
  return el("tr", { "data-session": s.id },
    el("td", {}, el("input", { type: "checkbox", "aria-label": `compare ${s.name}`, "data-focus": `pick-${s.id}`, checked: picked.has(s.id),
      onchange: e => { e.target.checked ? picked.add(s.id) : picked.delete(s.id); show(); } })),
    el("td", { class: "l name" }, el("a", { href: `/sessions/${s.id}`, "data-focus": s.id }, s.name), el("span", { class: "n" }, ` pid ${s.pid}${s.labels.run ? ` · run ${s.labels.run}` : ""}${s.labels.recorded === "elsewhere" ? ` · recorded elsewhere ${s.labels.recordedDate ?? ""}` : ""}`)),
    el("td", { class: "l name" }, swatch(s.heading.colour), `${s.heading.collector} ${s.heading.jdk ?? s.heading.version}`),
    el("td", { class: "l" }, el("span", { class: `state ${s.state}` }, s.state)),
    el("td", { class: "l" }, date(s.opened)),
    el("td", { class: "hide" }, s.from && s.dataUntil ? length(s.dataUntil - s.from) : "–"),
    pauses,
    figure(summary.stalls, summary.stalls.value > 0 ? "bad" : ""),
    figure(summary.gcShare),
    figure(summary.peakRss),
    el("td", { class: "hide" }, bytes(s.bytes)),
    el("td", {}, el("button", { class: "plain", "aria-label": `delete ${s.name}`, title: s.state === "live" ? "It runs: end it first" : "delete", disabled: s.state === "live", onclick: () => remove(s), "data-focus": `delete-${s.id}` }, "✕")));
}

async function remove(s) {
  going.add(s.id);
  picked.delete(s.id);
  show();
  if (await undoable(`${s.name} will be deleted.`, UNDO_SECONDS)) {
    try {
      await ask(`/api/sessions/${s.id}`, { method: "DELETE", keepalive: true });
      all = all.filter(({ session }) => session.id !== s.id);
    } catch (e) {
      say(e.message);
    }
  }
  going.delete(s.id);
  show();
}

refresh();
