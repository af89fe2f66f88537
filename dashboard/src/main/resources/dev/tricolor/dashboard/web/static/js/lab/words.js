import { NIL, scansStacksAtStart } from "./machine.js";

const MOST_NAMES = 6;

/** A step in one sentence. The Java class Words says the same, and a test compares. */
export function words(s, shape, barrier) {
  const stack = `Stack ${s.stack + 1}`;
  switch (s.kind) {
    case "START": return start(s, barrier);
    case "SCAN_GLOBALS": return `The globals are scanned: ${turnGrey(s.shaded)}.`;
    case "SCAN_STACK": return `${stack} is scanned: ${turnGrey(s.shaded)}. The stack is black from here on.`;
    case "SCAN_OBJECT": return `#${s.subject} is scanned and turns black: ${turnGrey(s.shaded)}.`;
    case "STOP": return "Nothing is grey. The world stops: no barrier watches stacks, so all of them must be scanned again.";
    case "MARK_END": return "Nothing is grey: marking is over and the barrier goes off. What is still white counts as garbage.";
    case "SWEEP": return sweep(s);
    case "END": return "All is swept. The cycle is over; what was black is white again, for the next one.";
    case "ALLOCATE_WHITE": return `${stack} allocates #${s.target}, white.`;
    case "ALLOCATE_BLACK": return `${assist(s)}${stack} allocates #${s.target}, black: it is not to be freed in this cycle.`;
    case "POINT": return `${stack} slot ${s.subject + 1}: ${change(s)}. No barrier watches stacks.`;
    case "WRITE": return `${stack} stores into #${s.subject} field ${s.field + 1}: ${change(s)}.${passed(s)}`;
    case "WRITE_GLOBAL": return `${stack} stores into global ${s.subject + 1}: ${change(s)}.${passed(s)}`;
    case "REFUSED_STOPPED": return `${stack} can do nothing: the world is stopped.`;
    case "REFUSED_FULL": return `${stack} cannot allocate: all ${shape.cells} cells are taken. Let the collector work.`;
    default: return `${stack} cannot reach that object, so it cannot use a pointer to it.`;
  }
}

function start(s, barrier) {
  const stacks = scansStacksAtStart(barrier)
    ? ` All stacks are scanned while it is stopped: ${turnGrey(s.shaded)}.`
    : " Roots, the globals and the stacks, are yet to be scanned.";
  return `A cycle begins. The world stops for a moment${barrier === "NONE" ? "" : ", the write barrier goes on"}, all objects are white.${stacks}`;
}

function sweep(s) {
  const text = `Span ${s.subject + 1} is swept: ${s.freed.length ? `${names(s.freed)} freed.` : "nothing to free."}`;
  return s.lost.length
    ? `${text} But the program can still reach ${names(s.lost)}: a live object is lost, and its memory will be used for something else.`
    : text;
}

const assist = s => (s.scanned.length ? `Before it may allocate, stack ${s.stack + 1} scans ${names(s.scanned)} itself (assist). ` : "");
const name = o => (o === NIL ? "nothing" : `#${o}`);
const change = s => `now ${name(s.target)}, before ${name(s.overwritten)}`;
const passed = s => (s.shaded.length ? ` The barrier turns ${names(s.shaded)} grey.` : "");
const turnGrey = list => (list.length ? `${names(list)} ${list.length === 1 ? "turns" : "turn"} grey` : "nothing new");

function names(list) {
  const all = list.map(name);
  if (all.length > MOST_NAMES) return `${all.slice(0, MOST_NAMES).join(", ")} and ${all.length - MOST_NAMES} more`;
  return all.length === 1 ? all[0] : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
