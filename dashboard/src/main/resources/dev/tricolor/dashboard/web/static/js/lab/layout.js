import { NIL } from "./machine.js";

const ROOT_COLUMN = 168;
const SLOT = 22;
const LABELLED = 100; // more cells than this are dots without a name

/** Where everything lies on a canvas of some width: roots on the left, the heap's cells span by span. */
export function layout(shape, width) {
  const small = shape.cells <= LABELLED;
  return small ? named(shape, width) : dots(shape, width);
}

function roots(shape, x, y, step) {
  const slots = [];
  const titles = [];
  const globals = [];
  if (shape.globals) {
    titles.push({ text: "globals", x, y: y - 18, globals: true });
    for (let g = 0; g < shape.globals; g++) globals.push({ x: x + 12 + g * (SLOT + 6), y });
    y += step;
  }
  for (let s = 0; s < shape.stacks; s++) {
    titles.push({ text: `stack ${s + 1}`, x, y: y - 18, stack: s });
    for (let k = 0; k < shape.slots; k++) slots.push({ x: x + 12 + k * (SLOT + 6), y });
    y += step;
  }
  return { slots, globals, titles, bottom: y - step + 24 };
}

function named(shape, width) {
  const narrow = width < 520;
  const column = narrow ? 120 : ROOT_COLUMN;
  const r = roots(shape, 14, 44, 66);
  const room = width - column - 24;
  const spans = Math.ceil(shape.cells / shape.spanCells);
  const perSpan = shape.spanCells + 0.5;
  const inARow = Math.max(1, Math.min(spans, Math.floor(room / (46 * perSpan))));
  const gap = Math.min(76, room / (inARow * perSpan));
  const perRow = Math.max(1, Math.floor(room / (gap * perSpan)));
  const radius = Math.min(18, gap * 0.36);
  const rowHeight = shape.cells > 30 ? Math.max(66, gap + 20) : 96;
  const boxes = [];
  const objects = [];
  for (let span = 0; span < spans; span++) {
    const x = column + (span % perRow) * gap * (shape.spanCells + 0.5);
    const y = 44 + Math.floor(span / perRow) * rowHeight;
    const cells = Math.min(shape.spanCells, shape.cells - span * shape.spanCells);
    boxes.push({ x, y: y - radius - 9, w: cells * gap, h: 2 * radius + 18 });
    for (let c = 0; c < cells; c++) objects.push({ x: x + gap * (c + 0.5), y });
  }
  const height = Math.max(r.bottom, objects.at(-1).y + radius + 30);
  return { width, height, radius, small: true, objects, boxes, ...r };
}

function dots(shape, width) {
  const narrow = width < 520;
  const column = narrow ? 0 : 130;
  const r = narrow ? { slots: [], globals: [], titles: [], bottom: 0 } : roots({ ...shape }, 10, 40, 58);
  const room = width - column - 12;
  const columns = shape.spanCells * Math.max(1, Math.round(Math.sqrt((shape.cells * room) / 420) / shape.spanCells));
  const gap = room / columns;
  const rows = Math.ceil(shape.cells / columns);
  const rowGap = Math.max(gap, 9);
  const objects = Array.from({ length: shape.cells }, (_, i) => ({ x: column + gap * ((i % columns) + 0.5), y: 18 + rowGap * Math.floor(i / columns) }));
  return { width, height: Math.max(r.bottom, 18 + rows * rowGap + 8), radius: Math.min(gap, rowGap) * 0.36, small: false, objects, boxes: [], ...r };
}

/** What lies under a point: an object and the field meant, a slot, a global, or nothing. */
export function at(place, machine, x, y) {
  const near = (p, r) => Math.abs(p.x - x) <= r && Math.abs(p.y - y) <= r;
  const slots = machine.shape.slots;
  const s = place.slots.findIndex(p => near(p, SLOT / 2 + 3));
  if (s >= 0) return { kind: "slot", stack: Math.floor(s / slots), slot: s % slots, ...place.slots[s] };
  const g = place.globals.findIndex(p => near(p, SLOT / 2 + 3));
  if (g >= 0) return { kind: "global", global: g, ...place.globals[g] };
  const reach = Math.max(place.radius + 4, 6);
  const o = place.objects.findIndex(p => near(p, reach));
  if (o < 0) return null;
  const { fields } = machine.shape;
  const field = Math.min(fields - 1, Math.max(0, Math.floor(((x - place.objects[o].x + reach) / (2 * reach)) * fields)));
  return { kind: "object", object: o, field, ...place.objects[o] };
}

/** Where a pointer of this thing now leads. */
export function targetOf(thing, machine) {
  const { slots, fields } = machine.shape;
  if (thing.kind === "slot") return machine.slots[thing.stack * slots + thing.slot];
  if (thing.kind === "global") return machine.globals[thing.global];
  return thing.kind === "object" ? machine.fields[thing.object * fields + thing.field] : NIL;
}

/** All that can be chosen by keyboard. */
export function things(place, machine) {
  const slots = machine.shape.slots;
  return [
    ...place.globals.map((p, global) => ({ kind: "global", global, ...p })),
    ...place.slots.map((p, i) => ({ kind: "slot", stack: Math.floor(i / slots), slot: i % slots, ...p })),
    ...place.objects.map((p, object) => ({ kind: "object", object, field: 0, ...p })).filter(t => machine.colours[t.object] !== 0),
  ];
}
