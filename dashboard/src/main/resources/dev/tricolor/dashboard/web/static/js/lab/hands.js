import { NIL } from "./machine.js";
import { at, targetOf, things } from "./layout.js";

/**
 * The visitor's hands on the heap: by pointer one drags from where a pointer lies to where it shall lead; by keyboard one
 * chooses a thing, takes its pointer, and puts it down on another.
 */
export class Hands {
  /** `lab`: {machine, place, act(operation), mark({selected, drag}), say(text)}. */
  constructor(canvas, lab) {
    this.canvas = canvas;
    this.lab = lab;
    this.from = null; // what is dragged, or taken by keyboard
    this.selected = null;
    canvas.addEventListener("pointerdown", e => this.down(e));
    canvas.addEventListener("pointermove", e => this.move(e));
    canvas.addEventListener("pointerup", e => this.up(e));
    canvas.addEventListener("pointercancel", () => this.letGo());
    canvas.addEventListener("dblclick", e => this.allocate(this.under(e)));
    canvas.addEventListener("keydown", e => this.key(e));
    canvas.addEventListener("blur", () => this.letGo());
  }

  under(e) {
    const box = this.canvas.getBoundingClientRect();
    return at(this.lab.place, this.lab.machine, e.clientX - box.left, e.clientY - box.top);
  }

  down(e) {
    const thing = this.under(e);
    if (!thing || (thing.kind === "object" && this.lab.machine.colours[thing.object] === 0)) return;
    this.canvas.setPointerCapture(e.pointerId);
    this.from = thing;
    this.select(thing);
    e.preventDefault();
    this.canvas.focus({ preventScroll: true });
  }

  move(e) {
    if (!this.from) {
      this.canvas.style.cursor = this.under(e) ? "grab" : "";
      return;
    }
    const box = this.canvas.getBoundingClientRect();
    this.lab.mark({ selected: this.selected, drag: { from: this.from, to: { x: e.clientX - box.left, y: e.clientY - box.top } } });
  }

  up(e) {
    const { from } = this;
    if (!from) return;
    const to = this.under(e);
    this.letGo();
    if (to && to.kind === from.kind && to.x === from.x && to.y === from.y) return; // a click
    this.put(from, to?.kind === "object" ? to.object : NIL);
  }

  letGo() {
    this.from = null;
    this.lab.mark({ selected: this.selected, drag: null });
  }

  select(thing) {
    this.selected = thing;
    this.lab.mark({ selected: thing, drag: null });
    this.lab.say(describe(thing, this.lab.machine));
  }

  /** The store that this means. A thread stores what it can reach: the first one that can does it. */
  put(from, target) {
    const { machine } = this.lab;
    if (from.kind === "slot") return this.lab.act(["point", from.stack, from.slot, target]);
    const able = s => {
      const reach = machine.reachable(s);
      return (from.kind === "global" || reach[from.object]) && (target === NIL || reach[target]);
    };
    let stack = 0;
    for (let s = 0; s < machine.shape.stacks; s++) if (able(s)) { stack = s; break; }
    this.lab.act(from.kind === "global" ? ["global", stack, from.global, target] : ["write", stack, from.object, from.field, target]);
  }

  allocate(thing) {
    if (thing?.kind === "slot") this.lab.act(["allocate", thing.stack, thing.slot]);
    else this.lab.say("Objects are allocated into a slot of a stack: choose one first.");
  }

  key(e) {
    const keys = {
      ArrowLeft: () => this.step(-1, 0), ArrowRight: () => this.step(1, 0), ArrowUp: () => this.step(0, -1), ArrowDown: () => this.step(0, 1),
      f: () => this.nextField(),
      a: () => this.allocate(this.selected),
      Enter: () => this.takeOrPut(),
      Delete: () => this.selected && this.put(this.selected, NIL),
      Backspace: () => this.selected && this.put(this.selected, NIL),
      Escape: () => { this.letGo(); this.lab.say("Put back."); },
    };
    if (e.ctrlKey || e.metaKey || e.altKey || !keys[e.key]) return;
    e.preventDefault();
    e.stopPropagation();
    keys[e.key]();
  }

  /** To the nearest thing in that direction; what lies ahead counts more than what lies aside. */
  step(dx, dy) {
    const all = things(this.lab.place, this.lab.machine);
    if (!this.selected) return this.select(all[0]);
    let best = null, least = Infinity;
    for (const t of all) {
      const ahead = (t.x - this.selected.x) * dx + (t.y - this.selected.y) * dy;
      const aside = Math.abs((t.x - this.selected.x) * dy) + Math.abs((t.y - this.selected.y) * dx);
      if (ahead > 1 && ahead + 2.5 * aside < least) { least = ahead + 2.5 * aside; best = t; }
    }
    if (!best) return;
    this.selected = best;
    this.lab.mark({ selected: best, drag: this.from ? { from: this.from, to: best } : null });
    this.lab.say(describe(best, this.lab.machine));
  }

  nextField() {
    if (this.selected?.kind !== "object") return;
    this.select({ ...this.selected, field: (this.selected.field + 1) % this.lab.machine.shape.fields });
  }

  takeOrPut() {
    if (!this.selected) return this.step(0, 1);
    if (!this.from) {
      this.from = this.selected;
      return this.lab.say(`Taken: ${describe(this.from, this.lab.machine)} Go to an object and press Enter.`);
    }
    const { from, selected } = this;
    this.from = null;
    if (selected.kind === "object") this.put(from, selected.object);
    else this.letGo();
  }
}

function describe(thing, machine) {
  const to = targetOf(thing, machine);
  const leads = to === NIL ? "points to nothing." : `points to #${to}.`;
  if (thing.kind === "slot") return `Stack ${thing.stack + 1} slot ${thing.slot + 1} ${leads}`;
  if (thing.kind === "global") return `Global ${thing.global + 1} ${leads}`;
  return `#${thing.object} field ${thing.field + 1} ${leads}`;
}
