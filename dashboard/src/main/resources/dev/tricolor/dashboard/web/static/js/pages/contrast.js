import { address } from "../address.js";
import { el, swatch } from "../dom.js";
import { bytes } from "../format.js";
import { algorithmCards } from "../parts/algorithm-cards.js";
import { choosers, heapWords } from "../parts/choosers.js";
import { contrastTable } from "../parts/contrast-table.js";
import { header } from "../parts/header.js";
import { headroomPanel } from "../parts/headroom.js";
import { matrixNotes, matrixTable } from "../parts/matrix-table.js";
import { makePanel } from "../parts/panel.js";
import { start } from "../parts/start.js";
import { follow, report } from "../source.js";
import { Table } from "../table.js";

let query = address.get();
const ASKED = ["sessions", "run", "workload", "heap", "baseline"];
const main = document.getElementById("main");

const heading = el("h1", {}, "…");
const sub = el("p", { class: "sub" }, "The dashboard reads the recordings.");
const chips = el("div", { class: "chips", role: "toolbar", "aria-label": "Sessions shown" });
const table = el("div", { class: "panel scroll", id: "contrast-table", tabindex: 0, role: "region", "aria-label": "Comparison" });
const notes = el("div", { class: "notes" });
const curve = el("div", { class: "grid" });
const overlays = el("div", { class: "grid c2" });
const ribbon = el("div", { class: "grid", id: "contrast-ribbon" });
const multiples = el("div", { class: "grid c4" });
const cards = algorithmCards(report ? async () => report.algorithms : undefined);
main.replaceChildren(heading, sub, chips, table, notes, curve, overlays, ribbon, multiples, cards);

/** What is switched off: session ids, or lines of a run such as g1-17; "dashed" for the dashed curves. The URL holds it. */
const off = new Set((query.get("off") ?? "").split(",").filter(Boolean));
const tables = new Map();
let panels = new Map();
let columns = [];
let rows = [];
let head = null;
let runs = [];
/** The run's means where one with several invocations is shown, else null. */
let matrix = null;
let lit = null;

function config(c) {
  ({ columns, runs } = c);
  panels = new Map(c.panels.map(spec => [spec.id, makePanel(spec, {
    colour: s => rowOf(s.of)?.colour ?? "#888",
    style: s => weight(s),
    legend: false,
    swatch: spec.place === "multiple" ? swatch("#888") : null,
  })]));
  tables.clear();
  overlays.replaceChildren(...c.panels.filter(p => p.place === "main").map(p => panels.get(p.id)));
  ribbon.replaceChildren(...c.panels.filter(p => p.place === "wide").map(p => panels.get(p.id)));
  multiples.replaceChildren(...c.panels.filter(p => p.place === "multiple").map(p => panels.get(p.id)));
}

function data(d) {
  ({ heading: head, rows, matrix } = d);
  if (rows.length === 0 && !matrix) return main.replaceChildren(start());
  if (!heading.isConnected) return location.reload(); // the first session has come
  if (matrix) showRun();
  else showHeading();
  showChips();
  showTable();
  showCurve();
  for (const [id, delta] of Object.entries(d.data)) {
    if (!tables.has(id)) tables.set(id, new Table());
    tables.get(id).apply(delta);
  }
  for (const [id, panel] of panels) {
    if (tables.has(id)) panel.show(tables.get(id));
  }
  cards.show((tables.get("ribbon")?.lanes ?? []).map(l => l.algorithm));
  share();
  hide();
  overlays.hidden = ribbon.hidden = rows.length === 0;
  const live = matrix ? matrix.run.finished < matrix.run.planned : rows.some(r => r.state === "live");
  header()?.say(live ? "live" : "", live ? (matrix ? `${matrix.run.finished} of ${matrix.run.planned} invocations run` : "live") : "");
}

function showTable() {
  table.replaceChildren(matrix ? matrixTable(matrix, off, light) : contrastTable(columns, rows, off, light));
  notes.replaceChildren(...(matrix ? matrixNotes(matrix) : []));
}

function showCurve() {
  if (!matrix) return curve.replaceChildren();
  const focus = curve.contains(document.activeElement) ? document.activeElement.dataset.y : null;
  const panel = headroomPanel(matrix.headroom, query.get("y"), y => { ask("y", y); showCurve(); }, {
    colour: s => matrix.headroom.lines.find(l => l.line === s.of)?.colour ?? "#888", style: s => strength(s.of),
  });
  curve.replaceChildren(panel);
  panel.hide(curveOff);
  if (focus) panel.querySelector(`[data-y="${focus}"]`)?.focus();
}

/** Sets or, where empty, forgets one word of the address; forgets others too. Panels keep words of their own in it. */
function ask(name, word, forgotten = []) {
  query = address.get();
  for (const k of forgotten) query.delete(k);
  word ? query.set(name, word) : query.delete(name);
  address.set(query);
}

/** What can be switched off and made to stand out: the lines of a run, or sessions. */
const members = () => (matrix
  ? [...new Map(matrix.rows.filter(r => !r.control).map(r => [r.line, { key: r.line, label: r.label, colour: r.colour }])).values()]
  : rows.map(r => ({ key: r.session, label: r.label, colour: r.colour, elsewhere: r.elsewhere })));
const member = key => members().find(m => m.key === key);

/** To which of them a session belongs. */
const memberOf = session => (matrix ? matrix.rows.find(r => r.session === session)?.line : session);

const rowOf = session => rows.find(r => r.session === session);

/** Several of one colour are told apart by weight: the newest runtime as it is, older ones thin, further ones broad and pale. */
function variant(key) {
  const all = members();
  const mine = all.find(m => m.key === key);
  const newestFirst = (a, b) => release(b.label) - release(a.label) || a.label.length - b.label.length;
  const rank = all.filter(m => m.colour === mine?.colour).sort(newestFirst).indexOf(mine);
  return Math.min(Math.max(rank, 0), 2);
}

const release = label => Number(label.match(/(?<![\w.])\d+(\.\d+)?/)?.[0] ?? 0);

function strength(key) {
  const style = { ...[{ width: 1.8 }, { width: 1 }, { width: 3.4, alpha: 0.55 }][variant(key)], ...(member(key)?.elsewhere ? { alpha: 0.4 } : {}) };
  return lit && lit !== key ? { ...style, alpha: 0.14 } : style;
}

const weight = series => (panelIsMultiple(series) ? { width: 1.5 } : strength(memberOf(series.of)));

const panelIsMultiple = s => s.id === "used" || s.id === "max";

/** The same axes for all small pictures, or they could not be compared. */
function share() {
  let x = 0, y = 0;
  const small = [...panels].filter(([id, p]) => p.spec.place === "multiple" && tables.get(id)?.x.length);
  for (const [id] of small) {
    const t = tables.get(id);
    x = Math.max(x, t.x.at(-1));
    for (const values of Object.values(t.y)) for (const v of values) if (v > y) y = v;
  }
  for (const [, p] of small) {
    p.plot?.share(x, y * 1.06);
    const row = rowOf(p.spec.series[0].of);
    p.querySelector("h2 .sw").style.background = row?.colour ?? "#888";
  }
}

function showHeading() {
  document.title = `${head.work || "Contrast"} · Tricolor`;
  heading.replaceChildren(head.work || "Contrast", " ", el("span", { class: "rest" }, `${head.work ? "under" : "of"} ${head.sessions} ${head.sessions === 1 ? "session" : head.work ? "collectors and runtimes" : "sessions"}${head.elsewhere ? `, and ${head.elsewhere} recorded elsewhere` : ""}`));
  sub.textContent = [
    head.heap ? `${rows.some(r => r.collector === "go") ? "JVMs' heap" : "heap"} ${bytes(Number(head.heap))}` : "",
    head.processors ? `${head.processors} processors` : "",
    head.work && head.checksum ? `checksum ${short(head.checksum)} in all` : "",
    head.sameWork ? "" : "not the same work in all: figures do not compare",
    "each row is one invocation: no error bars",
  ].filter(Boolean).join(" · ");
}

/** What holds for the whole run; in the pictures stands one invocation of each setup. */
function showRun() {
  const { run, work, heaps, rows: setups } = matrix;
  document.title = `${matrix.workload} · run ${run.id} · Tricolor`;
  const count = members().length;
  heading.replaceChildren(matrix.workload, " ", el("span", { class: "rest" }, `under ${count} ${count === 1 ? "setup" : "collectors and runtimes"}`));
  const pictured = heaps.find(h => h.bytes === matrix.pictured);
  sub.replaceChildren([
    `run ${run.id}`, work.arguments.join(" "), run.machine, run.pinned && `on processors ${run.pinned}`,
    matrix.invocations > 1 ? `${matrix.invocations} invocations each, interleaved` : "one invocation: no error bars",
    work.checksums.length === 1 ? `checksum ${short(work.checksums[0])} in all` : "",
  ].filter(Boolean).join(" · "), el("br"),
  pictures(heapWords(pictured), setups.filter(r => r.heapBytes === matrix.pictured && !r.control)));
}

/** Whose curves and heaps are drawn under the table, and why some are not. */
function pictures(heap, setups) {
  const run = setups.filter(r => r.session);
  if (!run.length) return `No invocation with a heap of ${heap} has ended well${setups.some(r => r.finished < r.planned) ? " yet" : ""}, so there are no pictures of single ones.`;
  if (!rows.length) return `The recordings of the invocations with a heap of ${heap} are gone, so there are no pictures of single ones.`;
  const without = setups.filter(r => !rows.some(s => s.session === r.session)).map(r => r.label);
  return `Pictures of single invocations: of each setup the one with the median elapsed time, heap ${heap}${without.length ? `; none of ${without.join(", ")}` : ""}.`;
}

const short = checksum => (checksum.length > 12 ? `${checksum.slice(0, 4)}…${checksum.slice(-4)}` : checksum);

let chipsState = "";

/** Made anew only where something changed: an open select would close. */
function showChips() {
  const state = JSON.stringify([members(), [...off], matrix?.workloads, matrix?.heaps, matrix?.baselines, matrix?.workload, matrix?.heap, matrix?.baseline, runs]);
  if (state === chipsState) return;
  chipsState = state;
  const toggle = key => () => {
    off.has(key) ? off.delete(key) : off.add(key);
    ask("off", [...off].join(","));
    showChips();
    showTable();
    hide();
  };
  const focused = document.activeElement?.dataset ?? {};
  chips.replaceChildren(
    ...(matrix ? choosers(matrix, runs, choose, report !== null) : []),
    ...members().map(m => el("button", {
      class: m.elsewhere ? "chip elsewhere" : "chip", title: m.elsewhere || null, "data-key": m.key, "aria-pressed": String(!off.has(m.key)), onclick: toggle(m.key),
      onmouseenter: () => light(m.key), onmouseleave: () => light(null),
    }, el("span", { class: `sw v${variant(m.key)}`, colour: m.colour }), m.label)),
    el("span", { class: "gap" }),
    el("button", { class: "chip", "data-key": "dashed", "aria-pressed": String(!off.has("dashed")), onclick: toggle("dashed") }, "dashed curves"),
    ...(report ? [] : [el("a", { class: "chip", href: "/sessions" }, "choose sessions…")]),
    ...(matrix && !report ? downloads(matrix.run.id) : []));
  const { key, choose: chooser } = focused;
  if (key) chips.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  if (chooser) chips.querySelector(`[data-choose="${chooser}"]`)?.focus();
}

const downloads = run => ["numbers.csv", "numbers.json", "results.jsonl"].map(file =>
  el("a", { class: "chip", href: `/api/runs/${encodeURIComponent(run)}/${file}`, download: `${run}-${file}` }, file));

/** Another run has its own workloads and heaps. */
function choose(name, word) {
  ask(name, word, { run: ["workload", "heap", "baseline", "off"], workload: ["heap"] }[name]);
  listen();
}

function hide() {
  for (const [, panel] of panels) {
    panel.hide(s => off.has(memberOf(s.of)) || (s.dashed && s.role !== "limit" && off.has("dashed")));
    if (panel.spec.place === "multiple") panel.hidden = off.has(memberOf(panel.spec.series[0].of));
  }
  curve.firstElementChild?.hide(curveOff);
}

/** A curve of Go is off where each of its GOGC values is. */
function curveOff(series) {
  const mine = members().filter(m => m.key === series.of || m.key.startsWith(`${series.of}-`));
  return mine.length > 0 && mine.every(m => off.has(m.key));
}

/** Lets one stand out, the others step back. */
function light(key) {
  if (lit === key) return;
  lit = key;
  for (const [, panel] of panels) if (panel.spec.place !== "multiple") panel.plot?.refresh();
  curve.firstElementChild?.plot?.refresh();
}

let followed = null;

function listen() {
  followed?.close();
  const asked = new URLSearchParams(ASKED.filter(k => query.has(k)).map(k => [k, query.get(k)]));
  followed = follow(asked, { config, data }, lost => lost && header()?.say("lost", "dashboard does not answer"), why => { sub.textContent = why; });
}

listen();
