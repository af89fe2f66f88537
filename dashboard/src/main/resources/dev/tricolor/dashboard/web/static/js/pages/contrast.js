import { stream } from "../api.js";
import { el, swatch } from "../dom.js";
import { bytes } from "../format.js";
import { algorithmCards } from "../parts/algorithm-cards.js";
import { contrastTable } from "../parts/contrast-table.js";
import { header } from "../parts/header.js";
import { makePanel } from "../parts/panel.js";
import { start } from "../parts/start.js";
import { Table } from "../table.js";

const query = new URLSearchParams(location.search);
const chosen = ["sessions", "run"].filter(k => query.has(k)).map(k => `${k}=${encodeURIComponent(query.get(k))}`).join("&");
const main = document.getElementById("main");

const heading = el("h1", {}, "…");
const sub = el("p", { class: "sub" }, "The dashboard reads the recordings.");
const chips = el("div", { class: "chips", role: "toolbar", "aria-label": "Sessions shown" });
const table = el("div", { class: "panel scroll", id: "contrast-table", tabindex: 0, role: "region", "aria-label": "Comparison" });
const overlays = el("div", { class: "grid c2" });
const multiples = el("div", { class: "grid c4" });
const cards = algorithmCards();
main.replaceChildren(heading, sub, chips, table, overlays, multiples, cards);

/** What is switched off, by session id; "dashed" for the dashed curves. The URL holds it. */
const off = new Set((query.get("off") ?? "").split(",").filter(Boolean));
const tables = new Map();
let panels = new Map();
let columns = [];
let rows = [];
let head = null;
let lit = null;

function config(c) {
  columns = c.columns;
  panels = new Map(c.panels.map(spec => [spec.id, makePanel(spec, {
    colour: s => rowOf(s.of)?.colour ?? "#888",
    style: s => weight(s),
    legend: false,
    swatch: spec.place === "multiple" ? swatch("#888") : null,
  })]));
  tables.clear();
  overlays.replaceChildren(...c.panels.filter(p => p.place !== "multiple").map(p => panels.get(p.id)));
  multiples.replaceChildren(...c.panels.filter(p => p.place === "multiple").map(p => panels.get(p.id)));
}

function data(d) {
  ({ heading: head, rows } = d);
  if (rows.length === 0) return main.replaceChildren(start());
  if (!heading.isConnected) return location.reload(); // the first session has come
  showHeading();
  showChips();
  table.replaceChildren(contrastTable(columns, rows, off, light));
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
  const state = rows.some(r => r.state === "live") ? "live" : "";
  header().say(state, state && "live");
}

const rowOf = session => rows.find(r => r.session === session);

/** Several of one colour are told apart by weight: the newest JDK as it is, older ones thin, further ones broad and pale. */
function variant(session) {
  const row = rowOf(session);
  const same = rows.filter(r => r.colour === row?.colour);
  const rank = [...same].sort((a, b) => b.jdk - a.jdk || a.collector.length - b.collector.length).indexOf(row);
  return Math.min(Math.max(rank, 0), 2);
}

function weight(series) {
  const style = [{ width: 1.8 }, { width: 1 }, { width: 3.4, alpha: 0.55 }][variant(series.of)];
  if (panelIsMultiple(series)) return { width: 1.5 };
  return lit && lit !== series.of ? { ...style, alpha: 0.14 } : style;
}

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
  heading.replaceChildren(head.work || "Contrast", " ", el("span", { class: "rest" }, `${head.work ? "under" : "of"} ${rows.length} ${rows.length === 1 ? "session" : head.work ? "collectors and JDKs" : "sessions"}`));
  sub.textContent = [
    head.heap ? `heap ${bytes(Number(head.heap))}` : "",
    head.processors ? `${head.processors} processors` : "",
    head.work && head.checksum ? `checksum ${head.checksum.length > 12 ? `${head.checksum.slice(0, 4)}…${head.checksum.slice(-4)}` : head.checksum} in all` : "",
    head.sameWork ? "" : "not the same work in all: figures do not compare",
    "each row is one invocation: no error bars",
  ].filter(Boolean).join(" · ");
}

function showChips() {
  const toggle = key => () => {
    off.has(key) ? off.delete(key) : off.add(key);
    const q = new URLSearchParams(location.search);
    off.size ? q.set("off", [...off].join(",")) : q.delete("off");
    history.replaceState(null, "", q.size ? `?${q}` : location.pathname);
    showChips();
    table.replaceChildren(contrastTable(columns, rows, off, light));
    hide();
  };
  const focus = document.activeElement?.dataset?.key;
  chips.replaceChildren(
    ...rows.map(r => el("button", {
      class: "chip", "data-key": r.session, "aria-pressed": String(!off.has(r.session)), onclick: toggle(r.session),
      onmouseenter: () => light(r.session), onmouseleave: () => light(null),
    }, el("span", { class: `sw v${variant(r.session)}`, colour: r.colour }), r.label)),
    el("span", { class: "gap" }),
    el("button", { class: "chip", "data-key": "dashed", "aria-pressed": String(!off.has("dashed")), onclick: toggle("dashed") }, "dashed curves"),
    el("a", { class: "chip", href: "/sessions" }, "choose sessions…"));
  if (focus) chips.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
}

function hide() {
  for (const [, panel] of panels) {
    panel.hide(s => off.has(s.of) || (s.dashed && s.role !== "limit" && off.has("dashed")));
    if (panel.spec.place === "multiple") panel.hidden = off.has(panel.spec.series[0].of);
  }
}

/** Lets one session stand out, the others step back. */
function light(session) {
  if (lit === session) return;
  lit = session;
  for (const [, panel] of panels) if (panel.spec.place !== "multiple") panel.plot?.refresh();
  for (const tr of table.querySelectorAll("tbody tr")) tr.classList.toggle("lit", tr.dataset.session === session);
}

stream(`/api/contrast/live?${chosen}`, { config, data }, lost => lost && header().say("lost", "dashboard does not answer"));
