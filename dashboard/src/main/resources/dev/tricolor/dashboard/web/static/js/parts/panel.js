import { colourOf, themeChanges } from "../colours.js";
import { el } from "../dom.js";
import { value } from "../format.js";
import { Plot } from "../plot/plot.js";
import { Ribbon } from "../plot/ribbon.js";
import { facts } from "./facts.js";

/**
 * The frame of a panel: title, what is under the cursor, explanation, legend, and why it is empty. Draws whatever the
 * server's spec describes.
 */
class Panel extends HTMLElement {
  /** `context`: {view, colour(series), style(series)}; all optional. */
  init(spec, context = {}) {
    this.spec = spec;
    this.context = context;
    this.hidden_ = new Set();
    this.className = spec.place === "wide" ? "panel wide" : "panel";
    this.id = `panel-${spec.id}`;
    this.tabIndex = 0;
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", spec.title);
    this.subtitle = el("small", {}, spec.subtitle);
    this.reading = el("span", { class: "readout", role: "status", "aria-live": "off", hidden: true });
    this.info = el("button", { class: "plain info", "aria-expanded": "false", "aria-label": `What ${spec.title} shows`, title: "What this shows, and by which instrument", onclick: () => this.explain() }, "i");
    this.body = el("div", { class: "body" });
    this.replaceChildren(
      el("h2", {}, context.swatch ?? null, el("span", { class: "title" }, spec.title), this.subtitle, this.reading, this.info), this.body);
    this.addEventListener("keydown", e => this.key(e));
    this.restyle = () => this.table && this.legend();
    themeChanges.addEventListener("change", this.restyle);
    return this;
  }

  /** Shows the table's state of things. */
  show(table) {
    this.table = table;
    this.dataset.state = table.empty ? "empty" : table.facts ? "facts" : "data";
    if (table.empty !== null) return this.replaceBody("empty:" + table.empty, () => el("p", { class: "why" }, table.empty + "."));
    if (table.facts) return this.replaceBody(null, () => facts(table.facts));
    this.subtitle.textContent = table.note || this.spec.subtitle;
    if (!this.plot) {
      this.host = el("div", { class: "plot" });
      this.legendHost = el("ul", { class: "legend" });
      this.cut = el("p", { class: "cut", hidden: true });
      this.body.replaceChildren(this.host, this.legendHost, this.cut);
      this.shown = null;
      this.plot = new (this.spec.kind === "ribbon" ? Ribbon : Plot)(this.host, this.spec, {
        view: this.context.view,
        hidden: this.hidden_,
        colour: s => this.colour(s),
        style: s => this.context.style?.(s) ?? {},
        readout: pairs => this.read(pairs),
      });
    }
    this.plot.show(table);
    this.legend();
    this.cut.hidden = !table.leftOut;
    this.cut.textContent = `${value(table.leftOut, "count")} of ${value(table.leftOut + table.x.length, "count")} rows are closer together than a screen can show: the largest of each moment are drawn. Zoom in for all.`;
  }

  replaceBody(key, make) {
    if (key !== null && this.shown === key) return;
    this.shown = key;
    this.plot?.close();
    this.plot = null;
    this.body.replaceChildren(make());
  }

  colour(series) {
    return this.context.colour?.(series) ?? colourOf(series, this.spec.kind, this.context.collectorColour?.());
  }

  /** Labels for what is there; what cannot be there says why when pointed at. A label with one meaning appears once. */
  legend() {
    if (this.spec.place === "multiple" || this.context.legend === false) return;
    const { spec, table } = this;
    const present = s => table.y[s.id]?.some(v => v !== null);
    const labels = new Map();
    for (const s of [...spec.series].reverse()) {
      const there = present(s);
      if (!there && !table.absent[s.id]) continue;
      const known = labels.get(s.label);
      if (!known || (there && !known.there)) labels.set(s.label, { s, there });
    }
    if (spec.series.length === 1 && !Object.keys(table.absent).length) return this.legendHost.replaceChildren();
    this.legendHost.replaceChildren(...[...labels].map(([label, { s, there }]) => there
      ? el("li", {}, this.glyph(s), label)
      : el("li", { class: "absent", title: `not available: ${table.absent[s.id]}` }, `${label}: not available`)));
  }

  glyph(s) {
    const i = el("i", {});
    const colour = this.colour(s);
    if (s.role.startsWith("mark")) { i.className = "mark"; i.style.background = colour; }
    else if (this.spec.kind === "dots" || s.role === "sample") { i.className = "dot"; i.style.background = colour; }
    else if (this.spec.kind === "lines" || this.spec.kind === "curve") {
      i.className = s.dashed || s.role === "limit" ? "line dashed" : "line";
      i.style.borderColor = colour;
    } else i.style.background = colour;
    return i;
  }

  read(pairs) {
    const any = pairs.length > 0;
    this.reading.hidden = !any;
    this.subtitle.hidden = any;
    this.reading.replaceChildren(...pairs.flatMap(([label, v], i) =>
      [i ? "\u2002" : "", v ? el("b", {}, `${label} `) : label, v]));
    this.reading.title = this.reading.textContent;
  }

  explain() {
    const open = this.info.getAttribute("aria-expanded") === "true";
    this.info.setAttribute("aria-expanded", String(!open));
    if (open) return this.querySelector(".explain").remove();
    const { what, instrument, leavesOut } = this.spec.explanation;
    this.body.before(el("div", { class: "explain" },
      el("p", {}, what), el("p", {}, el("b", {}, "Instrument: "), instrument), el("p", {}, el("b", {}, "Leaves out: "), leavesOut)));
  }

  /** Toggles the series that a test tells. */
  hide(test) {
    this.hidden_.clear();
    for (const s of this.spec?.series ?? []) {
      if (test(s)) this.hidden_.add(s.id);
    }
    const u = this.plot?.u;
    if (!u) return this.plot?.refresh();
    this.spec.series.forEach((s, i) => {
      const show = !this.hidden_.has(s.id) && !s.role.startsWith("mark");
      if (u.series[i + 1].show !== show) u.setSeries(i + 1, { show });
    });
  }

  /** Closer (1) or back (-1): all panels that share the time, or a plot with a zoom of its own. */
  zoom(by) {
    const { view } = this.context;
    if (view && this.plot?.timed) view.askAround(this.plot.moment(), by > 0 ? 0.5 : 2);
    else this.plot?.zoom?.(by);
  }

  key(e) {
    if (e.target !== this || e.ctrlKey || e.metaKey || e.altKey) return;
    const step = e.shiftKey ? 48 : 8;
    const actions = {
      ArrowLeft: () => this.plot?.nudge(-step),
      ArrowRight: () => this.plot?.nudge(step),
      "+": () => this.zoom(1),
      "=": () => this.zoom(1),
      "-": () => this.zoom(-1),
      i: () => this.explain(),
    };
    if (actions[e.key]) { actions[e.key](); e.preventDefault(); }
  }

  disconnectedCallback() {
    this.plot?.close();
    this.plot = null;
    themeChanges.removeEventListener("change", this.restyle);
  }
}
customElements.define("tricolor-panel", Panel);

export const makePanel = (spec, context) => document.createElement("tricolor-panel").init(spec, context);
