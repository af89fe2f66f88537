// The tri-colour machine for the page: the same, operation by operation, as the Java package model.tricolour, which is the
// one that is tested for safety. A test replays random operations in both and compares states and sentences.

export const NIL = -1;
export const FREE = 0, WHITE = 1, GREY = 2, BLACK = 3;
export const IDLE = 0, MARK = 1, MARK_STOPPED = 2, SWEEP = 3;

const shadesOverwritten = b => b !== "NONE" && b !== "DIJKSTRA";
const shadesStored = (b, stackIsGrey) => b === "DIJKSTRA" || b === "HYBRID_GO" || (b === "HYBRID_PAPER" && stackIsGrey);
export const scansStacksAtStart = b => b === "YUASA";

/** Which there are, with their names on the page. */
export const BARRIERS = [
  ["NONE", "none"],
  ["DIJKSTRA", "Dijkstra, insertion"],
  ["YUASA", "Yuasa, deletion"],
  ["YUASA_UNGUARDED", "Yuasa without its snapshot of the stacks"],
  ["HYBRID_PAPER", "hybrid, as in the proposal"],
  ["HYBRID_GO", "hybrid, as Go builds it"],
];

const step = (kind, more = {}) => ({ kind, stack: -1, subject: -1, field: -1, target: -1, overwritten: -1, shaded: [], scanned: [], freed: [], lost: [], ...more });
const hash = (h, v) => Math.imul(h ^ v, 16777619);

export class Machine {
  /** `shape`: {cells, fields, stacks, slots, globals, spanCells, assist}. */
  constructor(shape, barrier, order) {
    Object.assign(this, { shape, barrier, order });
    this.spans = Math.ceil(shape.cells / shape.spanCells);
    this.colours = new Uint8Array(shape.cells);
    this.fields = new Int32Array(shape.cells * shape.fields).fill(NIL);
    this.slots = new Int32Array(shape.stacks * shape.slots).fill(NIL);
    this.globals = new Int32Array(shape.globals).fill(NIL);
    this.stackGrey = new Array(shape.stacks).fill(false);
    this.globalsGrey = false;
    this.phase = IDLE;
    this.sweepSpan = 0;
    this.lastSpan = -1;
    this.spanVisits = 0;
    this.cycles = 0;
    this.greyObjects = []; // the next one last
    this.greySpans = []; // the first one first
    this.queued = new Array(this.spans).fill(false);
  }

  copy() {
    const c = Object.create(Machine.prototype);
    for (const [k, v] of Object.entries(this)) c[k] = ArrayBuffer.isView(v) || Array.isArray(v) ? v.slice() : v;
    return c;
  }

  /** An operation is an array: ["allocate", stack, slot], ["point", stack, slot, target], ["write", stack, object, field, target], ["global", stack, global, target], ["collect", heapFirst]. */
  apply([what, ...a]) {
    if (what === "collect") return this.collect(a[0]);
    if (this.phase === MARK_STOPPED) return step("REFUSED_STOPPED", { stack: a[0] });
    if (what === "allocate") return this.allocate(...a);
    if (what === "point") return this.point(...a);
    if (what === "write") return this.write(...a);
    return this.writeGlobal(...a);
  }

  // The collector

  collect(heapFirst) {
    if (this.phase === IDLE) return this.start();
    return this.phase === SWEEP ? this.sweep() : this.mark(heapFirst);
  }

  start() {
    this.phase = MARK;
    this.cycles++;
    this.lastSpan = -1;
    this.spanVisits = 0;
    this.globalsGrey = this.shape.globals > 0;
    this.stackGrey.fill(!scansStacksAtStart(this.barrier));
    const shaded = [];
    if (scansStacksAtStart(this.barrier)) for (let s = 0; s < this.shape.stacks; s++) this.shadeStack(s, shaded);
    return step("START", { shaded });
  }

  mark(heapFirst) {
    if (heapFirst && !this.nothingGrey()) return this.scanNext();
    const shaded = [];
    if (this.globalsGrey) {
      this.globalsGrey = false;
      for (const g of this.globals) this.shade(g, shaded);
      return step("SCAN_GLOBALS", { shaded });
    }
    const s = this.stackGrey.indexOf(true);
    if (s >= 0) {
      this.stackGrey[s] = false;
      this.shadeStack(s, shaded);
      return step("SCAN_STACK", { stack: s, shaded });
    }
    return this.nothingGrey() ? this.terminate() : this.scanNext();
  }

  shadeStack(s, shaded) {
    for (let k = 0; k < this.shape.slots; k++) this.shade(this.slots[s * this.shape.slots + k], shaded);
  }

  shade(object, shaded) {
    if (object === NIL || this.colours[object] !== WHITE) return;
    this.colours[object] = GREY;
    shaded.push(object);
    if (this.order === "OBJECTS_LIFO") return void this.greyObjects.push(object);
    const span = this.span(object);
    if (!this.queued[span]) {
      this.queued[span] = true;
      this.greySpans.push(span);
    }
  }

  nothingGrey() { return this.greyObjects.length === 0 && this.greySpans.length === 0; }
  span(object) { return Math.floor(object / this.shape.spanCells); }
  spanStart(span) { return span * this.shape.spanCells; }
  spanEnd(span) { return Math.min(this.shape.cells, (span + 1) * this.shape.spanCells); }

  scanNext() {
    const shaded = [];
    const object = this.scan(shaded);
    return step("SCAN_OBJECT", { subject: object, shaded, scanned: [object] });
  }

  scan(shaded) {
    if (this.greyObjects.length === 0) {
      const span = this.greySpans.shift();
      this.queued[span] = false;
      for (let o = this.spanEnd(span) - 1; o >= this.spanStart(span); o--) if (this.colours[o] === GREY) this.greyObjects.push(o);
    }
    const object = this.greyObjects.pop();
    if (this.span(object) !== this.lastSpan) {
      this.lastSpan = this.span(object);
      this.spanVisits++;
    }
    const from = object * this.shape.fields;
    for (let f = from; f < from + this.shape.fields; f++) this.shade(this.fields[f], shaded);
    this.colours[object] = BLACK;
    return object;
  }

  terminate() {
    if (this.barrier === "DIJKSTRA" && this.phase === MARK) {
      this.phase = MARK_STOPPED;
      this.stackGrey.fill(true);
      return step("STOP");
    }
    this.phase = SWEEP;
    this.sweepSpan = 0;
    return step("MARK_END");
  }

  sweep() {
    while (this.sweepSpan < this.spans && this.isEmpty(this.sweepSpan)) this.sweepSpan++;
    if (this.sweepSpan === this.spans) {
      this.phase = IDLE;
      return step("END");
    }
    const freed = [];
    const lost = [];
    const reachable = this.reachable();
    for (let o = this.spanStart(this.sweepSpan); o < this.spanEnd(this.sweepSpan); o++) {
      if (this.colours[o] === WHITE) {
        freed.push(o);
        if (reachable[o]) lost.push(o);
        this.colours[o] = FREE;
        this.fields.fill(NIL, o * this.shape.fields, (o + 1) * this.shape.fields);
      } else if (this.colours[o] === BLACK) {
        this.colours[o] = WHITE;
      }
    }
    return step("SWEEP", { subject: this.sweepSpan++, freed, lost });
  }

  isEmpty(span) {
    for (let o = this.spanStart(span); o < this.spanEnd(span); o++) if (this.colours[o] !== FREE) return false;
    return true;
  }

  // The program

  allocate(stack, slot) {
    const object = this.colours.indexOf(FREE);
    if (object < 0) return step("REFUSED_FULL", { stack });
    const shaded = [];
    const scanned = [];
    for (let i = 0; i < this.shape.assist && this.phase === MARK && !this.nothingGrey(); i++) scanned.push(this.scan(shaded));
    const black = this.phase === MARK || (this.phase === SWEEP && this.span(object) >= this.sweepSpan);
    this.colours[object] = black ? BLACK : WHITE;
    const at = stack * this.shape.slots + slot;
    const overwritten = this.slots[at];
    this.slots[at] = object;
    return step(black ? "ALLOCATE_BLACK" : "ALLOCATE_WHITE", { stack, subject: slot, target: object, overwritten, shaded, scanned });
  }

  point(stack, slot, target) {
    if (target !== NIL && !this.reachable(stack)[target]) return step("REFUSED_UNREACHABLE", { stack });
    const at = stack * this.shape.slots + slot;
    const overwritten = this.slots[at];
    this.slots[at] = target;
    return step("POINT", { stack, subject: slot, target, overwritten });
  }

  write(stack, object, field, target) {
    const reachable = this.reachable(stack);
    if (!reachable[object] || (target !== NIL && !reachable[target])) return step("REFUSED_UNREACHABLE", { stack });
    const at = object * this.shape.fields + field;
    const overwritten = this.fields[at];
    const shaded = this.passBarrier(stack, overwritten, target);
    this.fields[at] = target;
    return step("WRITE", { stack, subject: object, field, target, overwritten, shaded });
  }

  writeGlobal(stack, global, target) {
    if (target !== NIL && !this.reachable(stack)[target]) return step("REFUSED_UNREACHABLE", { stack });
    const overwritten = this.globals[global];
    const shaded = this.passBarrier(stack, overwritten, target);
    this.globals[global] = target;
    return step("WRITE_GLOBAL", { stack, subject: global, target, overwritten, shaded });
  }

  passBarrier(stack, overwritten, stored) {
    const shaded = [];
    if (this.phase === MARK) {
      if (shadesOverwritten(this.barrier)) this.shade(overwritten, shaded);
      if (shadesStored(this.barrier, this.stackGrey[stack])) this.shade(stored, shaded);
    }
    return shaded;
  }

  /** By object, from one stack and the globals, or from all stacks. */
  reachable(stack = null) {
    const seen = new Uint8Array(this.shape.cells);
    const todo = [];
    const visit = o => { if (o !== NIL && !seen[o] && this.colours[o] !== FREE) { seen[o] = 1; todo.push(o); } };
    const slots = this.shape.slots;
    const [from, to] = stack === null ? [0, this.slots.length] : [stack * slots, (stack + 1) * slots];
    for (let i = from; i < to; i++) visit(this.slots[i]);
    for (const g of this.globals) visit(g);
    while (todo.length) {
      const from = todo.pop() * this.shape.fields;
      for (let f = from; f < from + this.shape.fields; f++) visit(this.fields[f]);
    }
    return seen;
  }

  hash() {
    let h = hash(0x811c9dc5, this.phase);
    h = hash(h, this.sweepSpan);
    h = hash(h, this.globalsGrey ? 1 : 0);
    for (const g of this.stackGrey) h = hash(h, g ? 1 : 0);
    for (const a of [this.colours, this.fields, this.slots, this.globals, this.greyObjects, [-2], this.greySpans]) for (const v of a) h = hash(h, v);
    return h;
  }
}
