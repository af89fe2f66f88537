import uPlot from "/lib/uplot/uPlot.esm.js";
import { themeChanges } from "../colours.js";
import { scalesAndAxes } from "./axes.js";
import { bars } from "./bars.js";
import { dots } from "./dots.js";
import { lines } from "./lines.js";
import { readout } from "./readout.js";
import { lanesHeight, spans } from "./spans.js";
import { stack } from "./stack.js";
import { whiskers } from "./whiskers.js";

const KINDS = { lines, curve: lines, stack, dots, spans, bars, whiskers };
const NARROWEST = 120;
const HEIGHTS = { heap: 236, lines: 170, stack: 160, dots: 190, curve: 210, bars: 170, whiskers: 240 };

const together = uPlot.sync("time");

/**
 * One chart. What kind it is, its axes and its series come from the server's spec; `env` brings colours, the shared time
 * view (or none), and where to write what is under the cursor.
 */
export class Plot {
  constructor(host, spec, env) {
    this.host = host;
    this.spec = spec;
    this.env = env;
    this.kind = KINDS[spec.kind];
    this.timed = spec.axes[0].scale === "time";
    this.table = null;
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(host);
    this.restyle = () => this.u?.redraw(false);
    themeChanges.addEventListener("change", this.restyle);
    this.follow = () => this.range();
    env.view?.addEventListener("range", this.follow);
  }

  height() {
    if (this.spec.kind === "spans") return lanesHeight(this.spec, this.table);
    if (this.spec.place === "multiple") return 130;
    return HEIGHTS[this.spec.id] ?? HEIGHTS[this.spec.kind];
  }

  show(table) {
    this.table = table;
    if (this.host.clientWidth < NARROWEST) return; // not laid out yet: `fit` comes back
    const data = this.kind.data(this.spec, table, this.env);
    if (!this.u) {
      this.make(data);
    } else if (this.timed) {
      this.u.setData(data, false);
    } else {
      this.u.setData(data);
    }
    this.range();
  }

  make(data) {
    const { spec, env, kind } = this;
    const options = {
      width: this.host.clientWidth,
      height: this.height(),
      padding: [10, spec.axes[0].scale === "time" ? 12 : 22, 0, 0],
      legend: { show: false },
      ...scalesAndAxes(spec, kind.fixed),
      series: [{}, ...kind.series(spec, env)],
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: true, y: false, setScale: false },
        sync: this.timed ? { key: together.key, scales: ["x", null], setSeries: false } : undefined,
        bind: { dblclick: () => () => { env.view?.askWhole(); return null; } },
      },
      hooks: {
        drawClear: [u => kind.before?.(u, spec, this.table, env)],
        draw: [u => kind.after?.(u, spec, this.table, env)],
        setCursor: [u => env.readout(readout(u, spec, this.table, env))],
        setSelect: [u => this.selected(u)],
      },
    };
    this.u = new uPlot(options, data, this.host);
    this.u.sharedX = this.shared?.x;
    this.u.sharedY = this.shared?.y;
  }

  /** Axes that several small pictures have in common. */
  share(x, y) {
    this.shared = { x, y };
    if (this.u && (this.u.sharedX !== x || this.u.sharedY !== y)) {
      this.u.sharedX = x;
      this.u.sharedY = y;
      this.u.setData(this.u.data);
    }
  }

  range() {
    const { view } = this.env;
    if (this.u && this.timed && view) this.u.setScale("x", { min: view.min, max: view.max });
  }

  selected(u) {
    const { left, width } = u.select;
    if (width > 3 && this.timed) this.env.view?.ask(u.posToVal(left, "x"), u.posToVal(left + width, "x"));
    if (width > 0) u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  }

  fit() {
    const width = this.host.clientWidth;
    if (width < NARROWEST || !this.table) return;
    if (!this.u) this.show(this.table);
    else if (width !== this.u.width) this.u.setSize({ width, height: this.height() });
  }

  /** Moves the cursor by so many pixels, in this and all linked panels. */
  nudge(pixels) {
    if (!this.u) return;
    const width = this.u.over.clientWidth;
    const from = this.u.cursor.left >= 0 ? this.u.cursor.left : width / 2;
    this.u.setCursor({ left: Math.min(width - 1, Math.max(0, from + pixels)), top: this.u.over.clientHeight / 2 }, true, true);
  }

  /** The moment under the cursor, or the middle. */
  moment() {
    const { view } = this.env;
    const at = this.u?.cursor.left >= 0 ? this.u.posToVal(this.u.cursor.left, "x") : (view.min + view.max) / 2;
    return Math.min(view.max, Math.max(view.min, at));
  }

  refresh() {
    if (this.u && this.table) this.show(this.table);
    this.u?.redraw(false);
  }

  close() {
    this.resize.disconnect();
    themeChanges.removeEventListener("change", this.restyle);
    this.env.view?.removeEventListener("range", this.follow);
    this.u?.destroy();
    this.u = null;
  }
}
