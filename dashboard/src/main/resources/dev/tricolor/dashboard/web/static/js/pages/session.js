import { ask, stream } from "../api.js";
import { el, swatch } from "../dom.js";
import { bytes, clock, date, value } from "../format.js";
import { header } from "../parts/header.js";
import { Knob } from "../parts/knob.js";
import { makePanel } from "../parts/panel.js";
import { say } from "../parts/toast.js";
import { Table } from "../table.js";
import { TimeView } from "../timeview.js";
import { readState, writeState } from "./session-state.js";

const WINDOWS = [["1m", "1 min"], ["5m", "5 min"], ["15m", "15 min"], ["all", "all"]];

const id = decodeURIComponent(location.pathname.split("/").pop());
const main = document.getElementById("main");
const view = new TimeView();
const state = readState();
const live = new Map(); // panel id -> Table, as the stream tells it
let fixed = null; // the same for a paused or zoomed stretch; null while following
let panels = new Map();
let specs = "";
let session = null;
let knob = null;
let streamed = null; // the stretch that the stream covers
let source = null;
let cut = false;
let status = {};

const heading = el("h1", {});
const sub = el("p", { class: "sub" });
const notices = el("div", {});
const controls = el("div", { class: "chips", role: "toolbar", "aria-label": "Time" });
const wide = el("div", { class: "grid" });
const narrow = el("div", { class: "grid" });
heading.textContent = "…";
sub.textContent = "The dashboard reads the recording.";
main.replaceChildren(heading, sub, notices, controls, el("div", { class: "grid rail" }, wide, narrow));

function follow() {
  source?.close();
  source = stream(`/api/sessions/${id}/live?window=${state.window}`, { config, data }, lost => { cut = lost; showStatus(); });
}

function config(c) {
  session = c.session;
  showHeading();
  showControls();
  const now = JSON.stringify(c.panels);
  if (now === specs) return;
  specs = now;
  panels = new Map(c.panels.map(spec => [spec.id, makePanel(spec, { view, collectorColour: () => session.heading.colour })]));
  wide.replaceChildren(...c.panels.filter(p => p.place === "main").map(p => panels.get(p.id)));
  narrow.replaceChildren(...c.panels.filter(p => p.place === "side").map(p => panels.get(p.id)));
  if (panels.has("knob")) knob = new Knob(panels.get("knob"), id);
}

function data(d) {
  main.dataset.updates = Number(main.dataset.updates ?? 0) + 1;
  apply(live, d.data);
  streamed = [d.window.from, d.window.to];
  status = d;
  showStatus();
  if (d.data.knob || d.data.configuration || d.state !== session?.state) knob?.read();
  if (!fixed) {
    const [from, to] = streamed;
    view.set(from, Math.max(to, from + 1));
    draw(live, Object.keys(d.data));
  }
}

function apply(tables, deltas) {
  for (const [panel, delta] of Object.entries(deltas)) {
    if (!tables.has(panel)) tables.set(panel, new Table());
    tables.get(panel).apply(delta);
  }
}

function draw(tables, ids = [...tables.keys()]) {
  for (const panel of ids) {
    if (tables.has(panel)) panels.get(panel)?.show(tables.get(panel));
  }
}

/** Shows the stretch that the URL names: paused, zoomed, or following. */
async function look() {
  writeState(state);
  showControls();
  const range = state.zoom ?? state.paused;
  if (!range) {
    fixed = null;
    if (streamed) view.set(streamed[0], Math.max(streamed[1], streamed[0] + 1));
    draw(live);
    return;
  }
  view.set(...range);
  fixed ??= new Map();
  const asked = range;
  try {
    const answer = await ask(`/api/sessions/${id}/panels?from=${range[0]}&to=${range[1]}`);
    if (asked !== (state.zoom ?? state.paused)) return; // meanwhile somebody zoomed elsewhere
    if (!session) config(answer);
    fixed = new Map();
    apply(fixed, answer.data);
    draw(fixed);
  } catch (e) {
    say(e.message);
  }
}

view.addEventListener("zoom", e => {
  state.zoom = e.detail;
  look();
});

function setWindow(w) {
  Object.assign(state, { window: w, zoom: null, paused: null });
  fixed = null;
  live.clear();
  look();
  follow();
}

function togglePause() {
  if (state.paused || state.zoom) Object.assign(state, { paused: null, zoom: null });
  else if (streamed) state.paused = [...streamed];
  look();
}

function showHeading() {
  const h = session.heading;
  document.title = `${session.name} · Tricolor`;
  const jdk = h.jdk ? `JDK ${h.version.match(/\((\d+(\.\d+)*)/)?.[1] ?? h.jdk}` : h.version;
  heading.replaceChildren(swatch(h.colour), session.name, " ",
    el("span", { class: "rest" }, [h.collectorId === "unknown" ? "collector not known yet" : h.collector, jdk, session.pid ? `pid ${session.pid}` : ""].filter(Boolean).join(" · ")));
  sub.textContent = [
    `attached ${date(session.opened)}`,
    session.ended ? `ended ${clock(session.ended)}${session.endReason ? ` (${session.endReason})` : ""}` : "",
    session.labels.recorded === "elsewhere" ? `recorded elsewhere: ${session.labels.recordedMachine}, ${session.labels.recordedDate}, ${session.labels.recordedLoad}` : session.host,
    session.processors ? `${session.processors} processor${session.processors === 1 ? "" : "s"}` : "",
    session.maxHeap ? `heap ${session.initialHeap ? bytes(session.initialHeap) + " … " : ""}${bytes(session.maxHeap)}` : "",
  ].filter(Boolean).join(" · ");
  notices.replaceChildren(...session.problems.map(p => el("p", { class: "notice" }, p)));
}

function showControls() {
  const still = state.paused || state.zoom;
  const running = session?.state === "live";
  const stretch = state.zoom ? `${clock(state.zoom[0])} – ${clock(state.zoom[1])}` : "";
  controls.replaceChildren(...[
    el("button", { class: "chip on", onclick: togglePause, disabled: !running && !still, id: "pause" }, still ? (running ? "▶ resume" : "▶ whole") : "❚❚ pause"),
    ...WINDOWS.map(([w, label]) => el("button", { class: "chip", "aria-pressed": String(state.window === w && !state.zoom), onclick: () => setWindow(w) }, label)),
    stretch ? el("button", { class: "chip on", id: "unzoom", title: "Back to the whole window (Esc)", onclick: () => view.askWhole() }, `${stretch}  ✕`) : null,
    el("span", { class: "gap" }),
    el("a", { class: "chip", href: `/sessions?with=${id}` }, "compare with…"),
    el("a", { class: "chip", href: `/go-lab?session=${id}&beside=${id}` }, "what if…"),
    el("a", { class: "chip", href: `/api/sessions/${id}/recording.${session?.format ?? "jfr"}`, download: "" }, `save .${session?.format ?? "jfr"}`),
  ].filter(Boolean));
}

function showStatus() {
  if (cut) return header().say("lost", "dashboard does not answer");
  const words = {
    live: `live, ${(Math.round((status.behindMs ?? 0) / 100) / 10).toFixed(1)} s behind`,
    ended: `ended ${session?.ended ? clock(session.ended) : ""}`,
    lost: `lost: silent since ${status.dataUntil ? clock(status.dataUntil) : "the start"}`,
  };
  const o = status.observer;
  header().say(status.state, words[status.state] ?? "", o?.value !== undefined ? `observer ${value(o.value, "share")} CPU` : "");
}

addEventListener("keydown", e => {
  if (e.target.closest("input, dialog") || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "Escape") view.askWhole();
  else if (e.key === " " && !e.target.closest("button, a")) togglePause();
  else if (e.key >= "1" && e.key <= "4") setWindow(WINDOWS[Number(e.key) - 1][0]);
  else return;
  e.preventDefault();
});
addEventListener("popstate", () => location.reload());

try {
  const { session: first } = await ask(`/api/sessions/${id}`);
  if (first.state !== "live" && !state.given) state.window = "all";
  follow();
  if (state.zoom || state.paused) look();
} catch (e) {
  main.replaceChildren(el("h1", {}, "No such session"), el("p", { class: "sub" }, e.message), el("a", { class: "chip on", href: "/sessions" }, "all sessions"));
}
