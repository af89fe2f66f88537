import { address } from "../address.js";
import { el } from "../dom.js";
import { ns } from "../format.js";

const SVG = "http://www.w3.org/2000/svg";
const BAR = 24, LANE_GAP = 5, AXIS = 22, TOP = 4, LENGTH = 62, NARROW = 640, NAME = 17;
const HEIGHTS = { stopped: [4, 15], concurrent: [7, 9], sweeping: [7, 9], stall: [20, 3] };
const LABELS = {
  stopped: "application stopped", concurrent: "collector works beside it", sweeping: "sweeping, bit by bit",
  stall: "threads held up (stall, assist)", under: "under way, no phase reported",
};
/** Narrower parts would vanish. */
const NARROWEST = 1.5;
const ZOOMS = [1, 0.1, 0.01];

/**
 * The cycle ribbon: a lane for each session, a bar for each kind of its collections, all from a common start on one axis.
 * The axis can be cut to its first tenth or hundredth; the URL holds that.
 */
export class Ribbon {
  constructor(host, spec, env) {
    this.host = host;
    this.spec = spec;
    this.env = env;
    this.zoomed = Math.max(0, ZOOMS.indexOf(Number(address.get().get("ribbon") ?? 1)));
    this.chosen = -1;
    this.tools = el("div", { class: "chips ribbon-tools", role: "group", "aria-label": "Length of the axis" });
    this.svg = svg("svg", { class: "ribbon", role: "group", "aria-label": spec.title });
    this.svg.addEventListener("pointermove", e => this.point(e));
    this.svg.addEventListener("pointerleave", () => this.choose(-1));
    this.legend = el("ul", { class: "legend" });
    host.append(this.tools, this.svg, this.legend);
    this.resize = new ResizeObserver(() => this.refresh());
    this.resize.observe(host);
  }

  show(table) {
    this.lanes = table.lanes;
    this.refresh();
  }

  refresh() {
    const width = this.host.clientWidth - 8;
    if (!this.lanes || width < 120) return;
    this.width = width;
    const lanes = this.lanes.filter(l => !this.env.hidden.has(l.series));
    this.bars = lanes.flatMap(lane => lane.bars.map(bar => ({ lane, bar })));
    this.longest = Math.max(1, ...this.bars.map(b => b.bar.extentNs));
    this.offerZooms();
    this.axisNs = this.longest * ZOOMS[this.zoomed];
    this.svg.replaceChildren();
    this.layout(lanes);
    this.legendOf(this.bars.map(b => b.bar));
    this.choose(Math.min(this.chosen, this.bars.length - 1));
  }

  /** Only where something is too short to be seen beside the longest. */
  offerZooms() {
    const shortest = Math.min(...this.bars.map(b => b.bar.extentNs));
    const needed = this.longest > 20 * shortest;
    if (!needed) this.zoomed = 0;
    const focused = this.tools.contains(document.activeElement);
    this.tools.hidden = !needed;
    this.tools.replaceChildren(...ZOOMS.map((share, i) => el("button", {
      class: "chip", "aria-pressed": String(i === this.zoomed), onclick: () => this.zoom(i - this.zoomed),
    }, i === 0 ? `whole axis, ${ns(this.longest)}` : `first ${ns(this.longest * share)}`)));
    if (focused) this.tools.children[this.zoomed].focus();
  }

  /** One step closer (1) or back (-1). */
  zoom(steps) {
    this.zoomed = Math.min(ZOOMS.length - 1, Math.max(0, this.zoomed + steps));
    const query = address.get();
    if (this.zoomed) query.set("ribbon", ZOOMS[this.zoomed]); else query.delete("ribbon");
    address.set(query);
    this.refresh();
  }

  layout(lanes) {
    const narrow = this.width < NARROW;
    this.labels = svg("g", {});
    this.svg.append(this.labels);
    let y = TOP;
    const rows = [];
    for (const lane of lanes) {
      const head = narrow ? NAME : 0;
      rows.push({ lane, y });
      y += head;
      for (const bar of lane.bars) { rows.push({ lane, bar, y }); y += BAR; }
      if (!lane.bars.length) y += narrow ? 0 : BAR;
      y += LANE_GAP;
    }
    this.bottom = y;
    this.svg.setAttribute("width", this.width);
    this.svg.setAttribute("height", y + AXIS);
    rows.filter(r => !r.bar).forEach(r => this.name(r, narrow));
    const kinds = rows.filter(r => r.bar).map(r => this.text(this.labels, r.bar.kind, 0, r.y + 15, "kind"));
    const name = narrow ? 0 : widest([...this.labels.querySelectorAll(".name")]) + 36;
    this.left = name + widest(kinds) + 12;
    this.right = this.width - LENGTH;
    kinds.forEach(k => { k.setAttribute("x", this.left - 10); k.setAttribute("text-anchor", "end"); });
    this.labels.querySelectorAll(".none").forEach(t => t.setAttribute("x", narrow ? t.getAttribute("x") : this.left));
    this.grid();
    this.rows = rows.filter(r => r.bar);
    this.rows.forEach((r, i) => this.bar(r, i));
  }

  name({ lane, y }, narrow) {
    const series = this.seriesOf(lane);
    this.labels.append(svg("rect", { x: 0, y: y + 6, width: 10, height: 10, rx: 2, fill: this.env.colour(series) }));
    const t = this.text(this.labels, series.label, 19, y + 15, "name");
    const rest = lane.why ? `no bar: ${lane.why}` : lane.others;
    if (!rest) return;
    if (lane.why) this.text(this.labels, rest, 19 + t.getComputedTextLength() + 10, y + 15, "none");
    else t.append(svg("title", {}, rest));
  }

  grid() {
    const g = svg("g", { class: "grid-lines", "aria-hidden": "true" });
    const step = nice(this.axisNs / Math.max(2, Math.floor((this.right - this.left) / 110)));
    for (let t = 0; t <= this.axisNs * 1.0001; t += step) {
      const x = this.x(t);
      g.append(svg("line", { x1: x, x2: x, y1: TOP, y2: this.bottom }));
      this.text(g, ns(t).replace(/^0 .*/, "0"), x, this.bottom + 15, "tick").setAttribute("text-anchor", t ? "middle" : "start");
    }
    this.svg.prepend(g);
    this.lines = g;
  }

  bar({ lane, bar, y }, index) {
    const words = this.words(lane, bar).map(([l, v]) => `${l} ${v}`.trim()).join(", ");
    const g = svg("g", { class: "bar", role: "img", "aria-label": words, "data-session": lane.series, "data-kind": bar.kind, "data-length-ns": bar.lengthNs });
    this.lines.before(svg("rect", { class: "row", x: 0, y, width: this.width, height: BAR, "data-index": index }));
    const end = Math.min(this.x(bar.extentNs), this.right);
    g.append(svg("rect", { class: "under", x: this.left, y: y + 11, width: Math.max(NARROWEST, end - this.left), height: 1 }));
    for (const role of ["sweeping", "concurrent", "stopped", "stall"]) {
      for (const p of bar.parts) if (p.role === role) this.part(g, p, y);
    }
    const cut = bar.extentNs > this.axisNs * 1.0001;
    this.text(g, (cut ? "→ " : "") + ns(bar.extentNs), end + 6, y + 15, "length");
    g.dataset.index = index;
    this.svg.append(g);
  }

  part(g, p, y) {
    if (p.fromNs > this.axisNs) return;
    const from = this.x(p.fromNs), to = Math.min(this.right, this.x(p.fromNs + p.lengthNs));
    const width = Math.max(NARROWEST, to - from);
    const [top, height] = HEIGHTS[p.role];
    g.append(svg("rect", { class: p.role, x: Math.min(from, this.right - width), y: y + top, width, height, "data-ns": p.lengthNs }));
  }

  x(t) { return this.left + (t / this.axisNs) * (this.right - this.left); }

  text(parent, words, x, y, name) {
    const t = svg("text", { x, y, class: name }, words);
    parent.append(t);
    return t;
  }

  seriesOf(lane) { return this.spec.series.find(s => s.id === lane.series); }

  legendOf(bars) {
    const there = role => bars.some(b => b.parts.some(p => p.role === role));
    const roles = Object.keys(LABELS).filter(r => r === "under" || there(r));
    this.legend.replaceChildren(...(bars.length ? roles : []).map(r => el("li", {}, el("i", { class: `ribbon-${r}` }), LABELS[r])));
  }

  /** What there is to say of a bar, as [label, value] pairs. */
  words(lane, bar) {
    const pairs = [
      [`${this.seriesOf(lane).label} ${bar.kind}`, `${ns(bar.lengthNs)}, ${bar.count === 1 ? "the only one" : `median of ${bar.count} (${ns(bar.shortestNs)} to ${ns(bar.longestNs)})`}`],
      ["stopped", ns(bar.stoppedNs)], ["beside", ns(bar.besideNs)],
    ];
    if (Math.abs(bar.extentNs - bar.lengthNs) > bar.lengthNs / 100) pairs.push(["drawn", `${ns(bar.extentNs)}, with what led to it or followed`]);
    if (bar.stalledNs) pairs.push(["held up", `${ns(bar.stalledNs)} of thread time`]);
    pairs.push([`${bar.name}, ${bar.cause}`, ""]);
    if (lane.others) pairs.push([lane.others, ""]);
    return pairs;
  }

  choose(index, at = null) {
    if (!this.rows) return;
    this.chosen = index;
    for (const g of this.svg.querySelectorAll("[data-index]")) g.classList.toggle("chosen", Number(g.dataset.index) === index);
    const row = this.rows[index];
    if (!row) return this.env.readout([]);
    const pairs = this.words(row.lane, row.bar);
    const under = at === null ? [] : this.at(row.bar, at);
    this.env.readout([...under.map(p => [p.name, ns(p.lengthNs)]), ...pairs]);
  }

  /** The shortest two parts at a place, for phases lie in phases. */
  at(bar, x) {
    return bar.parts
      .filter(p => this.x(p.fromNs) - 2 <= x && x <= Math.max(this.x(p.fromNs + p.lengthNs), this.x(p.fromNs) + NARROWEST) + 2)
      .sort((a, b) => (b.role === "stopped") - (a.role === "stopped") || a.lengthNs - b.lengthNs).slice(0, 2);
  }

  point(e) {
    const box = this.svg.getBoundingClientRect();
    const y = e.clientY - box.top;
    const index = this.rows?.findIndex(r => r.y <= y && y < r.y + BAR) ?? -1;
    this.choose(index, e.clientX - box.left);
  }

  /** The arrow keys go from bar to bar. */
  nudge(by) {
    if (!this.rows?.length) return;
    this.choose((this.chosen + Math.sign(by) + this.rows.length) % this.rows.length);
  }

  close() {
    this.resize.disconnect();
    this.host.replaceChildren();
  }
}

function svg(tag, attributes, text = null) {
  const e = document.createElementNS(SVG, tag);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  if (text !== null) e.textContent = text;
  return e;
}

const widest = texts => Math.max(0, ...texts.map(t => t.getComputedTextLength()));

/** The next 1, 2 or 5 of a decade. */
function nice(step) {
  const decade = 10 ** Math.floor(Math.log10(step));
  return [1, 2, 5, 10].map(m => m * decade).find(s => s >= step * 0.999);
}
