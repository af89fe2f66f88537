import { alpha, css, themeChanges } from "../colours.js";
import { BLACK, FREE, GREY, IDLE, MARK, MARK_STOPPED, NIL, WHITE } from "./machine.js";
import { layout } from "./layout.js";

// The three colours are the same in light and dark: they are the subject, not the decoration.
const FILL = { [WHITE]: "#ffffff", [GREY]: "#8b929b", [BLACK]: "#0b0d0f" };
const EDGE = { [WHITE]: "#3f464d", [GREY]: "#3f464d", [BLACK]: "#c9cfd6" };
const NAME = { [WHITE]: "#16181b", [GREY]: "#ffffff", [BLACK]: "#ffffff" };
const SLOT = 22;
const POINTERS_EVERY_MS = 250; // of a large heap: thousands of lines are most of a picture's cost
const FONT = "11px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** The picture of a machine on a canvas. */
export class Scene {
  constructor(canvas) {
    this.canvas = canvas;
    this.ctx = canvas.getContext("2d");
    this.pointerLayer = document.createElement("canvas");
    this.dotLayer = document.createElement("canvas");
    this.sprites = {};
    this.drawn = 0;
    new ResizeObserver(() => requestAnimationFrame(() => this.show(this.machine))).observe(canvas.parentElement);
    themeChanges.addEventListener("change", () => { this.pointersAt = -Infinity; this.show(this.machine); });
  }

  /** Takes a machine and what is to be pointed out: {step, reachable, selected, drag}. */
  show(machine, marks = this.marks ?? {}) {
    if (!machine) return;
    this.machine = machine;
    this.marks = marks;
    const width = this.canvas.parentElement.clientWidth;
    if (!this.place || this.place.width !== width || this.shape !== machine.shape) {
      this.shape = machine.shape;
      this.place = layout(machine.shape, width);
      const ratio = devicePixelRatio;
      this.canvas.width = width * ratio;
      this.canvas.height = this.place.height * ratio;
      this.pointersAt = -Infinity;
      this.sprites = {};
      this.dotted = null;
      this.canvas.style.height = `${this.place.height}px`;
      this.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    this.draw();
    this.drawn++;
  }

  draw() {
    const { ctx, place } = this;
    ctx.clearRect(0, 0, place.width, place.height);
    ctx.font = FONT;
    if (place.small) this.boxes();
    if (place.small) this.pointers(ctx);
    else this.pointersNowAndThen();
    this.objects();
    this.roots();
    this.drag();
  }

  boxes() {
    const { ctx, place } = this;
    ctx.strokeStyle = css("--faint");
    ctx.lineWidth = 1;
    ctx.fillStyle = css("--muted");
    ctx.textAlign = "left";
    place.boxes.forEach((b, i) => {
      ctx.globalAlpha = 0.6;
      ctx.beginPath();
      ctx.roundRect(b.x, b.y, b.w, b.h, 6);
      ctx.stroke();
      ctx.globalAlpha = 1;
      if (b.h > 40) ctx.fillText(`span ${i + 1}`, b.x + 2, b.y - 5);
    });
  }

  /** All pointers of a large heap from a layer of their own, which follows a little later while much changes. */
  pointersNowAndThen() {
    const { ctx, place, pointerLayer: layer } = this;
    const now = performance.now();
    if (now - this.pointersAt > POINTERS_EVERY_MS) {
      this.pointersAt = now;
      layer.width = this.canvas.width;
      layer.height = this.canvas.height;
      const c = layer.getContext("2d");
      c.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      this.pointers(c);
    }
    ctx.drawImage(layer, 0, 0, place.width, place.height);
  }

  pointers(ctx) {
    const { place, machine } = this;
    const { fields } = machine.shape;
    const paths = [new Path2D(), new Path2D()]; // sound ones, and those that dangle
    const add = place.small ? arrow : line;
    const lead = (from, to, self) => {
      if (to === NIL) return;
      add(paths[machine.colours[to] === FREE ? 1 : 0], from, place.objects[to], place.radius, self);
    };
    machine.slots.forEach((to, i) => place.slots[i] && lead(place.slots[i], to));
    machine.globals.forEach((to, i) => place.globals[i] && lead(place.globals[i], to));
    for (let o = 0; o < machine.shape.cells; o++) {
      if (machine.colours[o] === FREE) continue;
      for (let f = 0; f < fields; f++) lead(place.objects[o], machine.fields[o * fields + f], place.radius);
    }
    ctx.lineWidth = place.small ? 1.3 : 0.7;
    ctx.strokeStyle = place.small ? css("--muted") : alpha(css("--ink"), 0.16);
    ctx.stroke(paths[0]);
    ctx.strokeStyle = css("--stopped");
    ctx.lineWidth = 2;
    ctx.setLineDash([5, 4]);
    ctx.stroke(paths[1]);
    ctx.setLineDash([]);
  }

  objects() {
    const { ctx, place, machine, marks } = this;
    const lost = new Set(marks.lost ?? []);
    if (!place.small) this.dots();
    else for (const colour of [WHITE, GREY, BLACK]) {
      const path = new Path2D();
      for (let o = 0; o < machine.shape.cells; o++) {
        if (machine.colours[o] !== colour) continue;
        const p = place.objects[o];
        path.moveTo(p.x + place.radius, p.y);
        path.arc(p.x, p.y, place.radius, 0, 7);
      }
      ctx.fillStyle = FILL[colour];
      ctx.strokeStyle = EDGE[colour];
      ctx.lineWidth = 1.5;
      ctx.fill(path);
      ctx.stroke(path);
    }
    if (place.small) this.names(lost);
    const touched = marks.step ? [...marks.step.shaded, ...marks.step.scanned, ...(marks.step.kind.startsWith("ALLOCATE") ? [marks.step.target] : [])] : [];
    this.ring(touched, css("--concurrent"), 3);
    this.cross([...lost, ...(marks.step?.freed ?? [])], lost);
    if (marks.selected) this.frame(marks.selected);
  }

  /** The objects of a large heap on a layer of their own, each a copy of one of three small pictures; only what changed is drawn. */
  dots() {
    const { ctx, place, machine, dotLayer: layer } = this;
    const size = 2 * place.radius + 2;
    if (!this.dotted) {
      this.dotted = new Uint8Array(machine.shape.cells).fill(FREE);
      layer.width = this.canvas.width;
      layer.height = this.canvas.height;
    }
    const c = layer.getContext("2d");
    c.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    for (let o = 0; o < machine.shape.cells; o++) {
      const colour = machine.colours[o];
      if (colour === this.dotted[o]) continue;
      this.dotted[o] = colour;
      const x = place.objects[o].x - size / 2, y = place.objects[o].y - size / 2;
      c.clearRect(x, y, size, size);
      if (colour !== FREE) c.drawImage((this.sprites[colour] ??= this.sprite(colour, size)), x, y, size, size);
    }
    ctx.drawImage(layer, 0, 0, place.width, place.height);
  }

  sprite(colour, size) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.ceil(size * devicePixelRatio);
    const c = canvas.getContext("2d");
    c.scale(canvas.width / size, canvas.width / size);
    c.beginPath();
    c.arc(size / 2, size / 2, size / 2 - 1, 0, 7);
    c.fillStyle = FILL[colour];
    c.strokeStyle = EDGE[colour];
    c.lineWidth = 0.8;
    c.fill();
    c.stroke();
    return canvas;
  }

  names(lost) {
    const { ctx, place, machine, marks } = this;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (let o = 0; o < machine.shape.cells; o++) {
      const colour = machine.colours[o];
      const p = place.objects[o];
      if (colour === FREE) {
        ctx.fillStyle = css("--faint");
        ctx.globalAlpha = 0.55;
        ctx.fillText(lost.has(o) ? "" : "·", p.x, p.y);
        ctx.globalAlpha = 1;
        continue;
      }
      if (place.radius > 9) {
        ctx.fillStyle = NAME[colour];
        ctx.fillText(String(o), p.x, p.y + 0.5);
      }
      if (marks.reachable && !marks.reachable[o]) {
        ctx.strokeStyle = css("--stall");
        ctx.lineWidth = 1.6;
        ctx.setLineDash([2, 3]);
        ctx.beginPath();
        ctx.arc(p.x, p.y, place.radius + 4, 0, 7);
        ctx.stroke();
        ctx.setLineDash([]);
      }
    }
    ctx.textBaseline = "alphabetic";
  }

  ring(objects, colour, width) {
    const { ctx, place } = this;
    ctx.strokeStyle = colour;
    ctx.lineWidth = place.small ? width : 1.5;
    for (const o of objects) {
      ctx.beginPath();
      ctx.arc(place.objects[o].x, place.objects[o].y, place.radius + (place.small ? 3 : 2), 0, 7);
      ctx.stroke();
    }
  }

  cross(objects, lost) {
    const { ctx, place } = this;
    const r = Math.max(4, place.radius * 0.7);
    for (const o of objects) {
      const { x, y } = place.objects[o];
      ctx.strokeStyle = css(lost.has(o) ? "--stopped" : "--faint");
      ctx.lineWidth = lost.has(o) ? 3 : 1.5;
      ctx.beginPath();
      ctx.moveTo(x - r, y - r); ctx.lineTo(x + r, y + r);
      ctx.moveTo(x + r, y - r); ctx.lineTo(x - r, y + r);
      ctx.stroke();
    }
  }

  roots() {
    const { ctx, place, machine } = this;
    const marking = machine.phase === MARK || machine.phase === MARK_STOPPED;
    for (const t of place.titles) {
      const grey = t.globals ? machine.globalsGrey : machine.stackGrey[t.stack];
      const colour = machine.phase === IDLE ? WHITE : marking && grey ? GREY : BLACK;
      ctx.beginPath();
      ctx.arc(t.x + 5, t.y - 4, 5, 0, 7);
      ctx.fillStyle = FILL[colour];
      ctx.strokeStyle = EDGE[colour];
      ctx.lineWidth = 1.2;
      ctx.fill();
      ctx.stroke();
      ctx.fillStyle = css("--ink");
      ctx.textAlign = "left";
      ctx.fillText(t.text, t.x + 15, t.y);
    }
    ctx.strokeStyle = css("--muted");
    ctx.fillStyle = css("--panel");
    ctx.lineWidth = 1;
    for (const p of [...place.slots, ...place.globals]) {
      ctx.strokeRect(p.x - SLOT / 2, p.y - SLOT / 2, SLOT, SLOT);
    }
    ctx.fillStyle = css("--ink");
    const dot = (p, to) => { if (p && to !== NIL) { ctx.beginPath(); ctx.arc(p.x, p.y, 3, 0, 7); ctx.fill(); } };
    machine.slots.forEach((to, i) => dot(place.slots[i], to));
    machine.globals.forEach((to, i) => dot(place.globals[i], to));
  }

  frame(thing) {
    const { ctx, place } = this;
    const r = thing.kind === "object" ? place.radius + 7 : SLOT / 2 + 4;
    ctx.strokeStyle = css("--concurrent");
    ctx.lineWidth = 2;
    ctx.strokeRect(thing.x - r, thing.y - r, 2 * r, 2 * r);
  }

  drag() {
    const { drag } = this.marks;
    if (!drag) return;
    const path = new Path2D();
    arrow(path, drag.from, drag.to, 0);
    this.ctx.strokeStyle = css("--concurrent");
    this.ctx.lineWidth = 2.5;
    this.ctx.stroke(path);
  }
}

function line(path, from, to) {
  path.moveTo(from.x, from.y);
  path.lineTo(to.x, to.y);
}

/** A bent line, so that pointers along a row don't lie on each other, with a head at the circle's edge. */
function arrow(path, from, to, radius, self = 0) {
  const dx = to.x - from.x, dy = to.y - from.y;
  const d = Math.hypot(dx, dy);
  if (d < 1) {
    path.moveTo(from.x - 5, from.y - radius);
    path.bezierCurveTo(from.x - 22, from.y - radius - 24, from.x + 22, from.y - radius - 24, from.x + 5, from.y - radius);
    return;
  }
  const bend = Math.min(26, d * 0.2);
  const cx = (from.x + to.x) / 2 + (dy / d) * bend, cy = (from.y + to.y) / 2 - (dx / d) * bend;
  const a = Math.atan2(to.y - cy, to.x - cx);
  const x = to.x - Math.cos(a) * (radius + 1), y = to.y - Math.sin(a) * (radius + 1);
  const b = Math.atan2(cy - from.y, cx - from.x);
  path.moveTo(from.x + Math.cos(b) * self, from.y + Math.sin(b) * self);
  path.quadraticCurveTo(cx, cy, x, y);
  path.moveTo(x - Math.cos(a - 0.4) * 8, y - Math.sin(a - 0.4) * 8);
  path.lineTo(x, y);
  path.lineTo(x - Math.cos(a + 0.4) * 8, y - Math.sin(a + 0.4) * 8);
}
