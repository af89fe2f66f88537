import { Machine } from "./machine.js";

const SNAPSHOT_EVERY = 40;
const MOST = 500 * SNAPSHOT_EVERY; // steps that are kept; the oldest half goes first

/** What happened to a machine, so that one can go back: a log of operations, with a copy of the machine now and then. */
export class History {
  constructor(shape, barrier, order, setup) {
    this.machine = new Machine(shape, barrier, order);
    for (const op of setup) this.machine.apply(op);
    this.operations = [];
    this.steps = [];
    this.snapshots = [];
    this.forgotten = 0;
  }

  /** Does one operation; a refused one is told but not kept. */
  apply(operation) {
    if (this.operations.length === MOST) this.forget(MOST / 2);
    if (this.operations.length % SNAPSHOT_EVERY === 0) this.snapshots[this.operations.length / SNAPSHOT_EVERY] = this.machine.copy();
    const step = this.machine.apply(operation);
    if (!step.kind.startsWith("REFUSED")) {
      this.operations.push(operation);
      this.steps.push(step);
    }
    return step;
  }

  forget(n) {
    this.operations.splice(0, n);
    this.steps.splice(0, n);
    this.snapshots.splice(0, n / SNAPSHOT_EVERY);
    this.forgotten += n;
  }

  /** Steps so far, forgotten ones included. */
  get length() { return this.forgotten + this.operations.length; }
  get last() { return this.steps.at(-1) ?? null; }
  get canGoBack() { return this.operations.length > 0; }

  /** Undoes the last one. */
  back() {
    if (!this.canGoBack) return;
    const n = this.operations.length - 1;
    this.operations.length = n;
    this.steps.length = n;
    const from = Math.floor(n / SNAPSHOT_EVERY);
    this.machine = this.snapshots[from].copy();
    for (const op of this.operations.slice(from * SNAPSHOT_EVERY)) this.machine.apply(op);
  }
}
