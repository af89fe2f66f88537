import { Machine } from "./machine.js";

const SNAPSHOT_EVERY = 40;

/** What happened to a machine, so that one can go back: a log of operations, with a copy of the machine now and then. */
export class History {
  constructor(shape, barrier, order, setup) {
    this.machine = new Machine(shape, barrier, order);
    for (const op of setup) this.machine.apply(op);
    this.first = this.machine.copy();
    this.operations = [];
    this.steps = [];
    this.snapshots = [];
  }

  /** Does one operation; a refused one is told but not kept. */
  apply(operation) {
    if (this.operations.length % SNAPSHOT_EVERY === 0) this.snapshots[this.operations.length / SNAPSHOT_EVERY] = this.machine.copy();
    const step = this.machine.apply(operation);
    if (!step.kind.startsWith("REFUSED")) {
      this.operations.push(operation);
      this.steps.push(step);
    }
    return step;
  }

  get length() { return this.operations.length; }
  get last() { return this.steps.at(-1) ?? null; }

  /** Undoes the last one. */
  back() {
    if (this.length === 0) return;
    const n = this.length - 1;
    this.operations.length = n;
    this.steps.length = n;
    const from = Math.floor(n / SNAPSHOT_EVERY);
    this.machine = (this.snapshots[from] ?? this.first).copy();
    for (const op of this.operations.slice(from * SNAPSHOT_EVERY)) this.machine.apply(op);
  }
}
