// Small stories. Each has a heap, a beginning, and what happens then; after that the collector goes on by itself.

const NIL = -1;
const COLLECT = ["collect", false];
const collect = n => Array.from({ length: n }, () => COLLECT);
const small = (more = {}) => ({ cells: 12, fields: 2, stacks: 2, slots: 3, globals: 1, spanCells: 4, assist: 0, ...more });

/** The numbers of a fixed sequence, so that a preset is the same each time. */
export function sequence(seed) {
  let s = seed;
  return n => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return Math.floor((s / 4294967296) * n);
  };
}

/** A graph of many objects of which about a tenth is garbage. */
function many(shape, count, seed) {
  const random = sequence(seed);
  const ops = [];
  const free = []; // fields that point nowhere yet: [object, field]
  for (let i = 0; i < count; i++) {
    ops.push(["allocate", 0, 0]);
    if (i < shape.globals) ops.push(["global", 0, i, i]);
    else {
      const [object, field] = free.splice(random(Math.min(free.length, 400)), 1)[0];
      ops.push(["write", 0, object, field, i]);
    }
    for (let f = 0; f < shape.fields; f++) free.push([i, f]);
  }
  for (let k = 0; k < count / 3; k++) {
    const [object, field] = free[random(free.length)];
    ops.push(["write", 0, object, field, random(count)]);
  }
  for (let s = 0; s < shape.stacks; s++) for (let k = 0; k < shape.slots; k++) ops.push(["point", s, k, random(count)]);
  for (let k = 0; k < count / 60; k++) ops.push(["write", 0, random(count), random(shape.fields), NIL]);
  return ops;
}

export const PRESETS = [
  {
    id: "lost",
    label: "the lost object",
    barrier: "NONE",
    order: "OBJECTS_LIFO",
    shape: small(),
    what: "The program moves a pointer while the collector works. Stack 1 has been scanned and is black: nobody looks at it again. Then the program takes the only other pointer to #1 out of #0 and keeps it on that stack. Without a write barrier the collector never sees #1, and frees it although the program uses it. Choose another barrier and play it again.",
    setup: [
      ["allocate", 0, 0], ["allocate", 0, 1], ["write", 0, 0, 0, 1], ["point", 0, 1, NIL],
      ["allocate", 1, 0], ["allocate", 1, 1], ["write", 1, 2, 0, 3], ["global", 1, 0, 2], ["point", 1, 1, NIL],
      ["allocate", 1, 1], ["allocate", 1, 2], ["write", 1, 4, 0, 5], ["point", 1, 1, NIL], ["point", 1, 2, NIL],
    ],
    script: [...collect(3), ["point", 0, 1, 1], ["write", 0, 0, 0, NIL]],
  },
  {
    id: "floating",
    label: "floating garbage",
    barrier: "HYBRID_GO",
    order: "OBJECTS_LIFO",
    shape: small(),
    what: "The program drops #2 after the collector has seen it, and allocates #4 while marking, black, and drops it too. Both are garbage, but this cycle keeps them: they float. The next one frees them. A collector that runs beside the program is never exact, only late.",
    setup: [["allocate", 0, 0], ["allocate", 0, 1], ["write", 0, 0, 0, 1], ["point", 0, 1, NIL], ["allocate", 1, 0], ["allocate", 1, 1], ["write", 1, 2, 0, 3], ["point", 1, 1, NIL]],
    script: [...collect(6), ["point", 1, 0, NIL], ["allocate", 1, 1], ["point", 1, 1, NIL], ...collect(16)],
  },
  {
    id: "rescan",
    label: "stack rescan",
    barrier: "DIJKSTRA",
    order: "OBJECTS_LIFO",
    shape: small({ stacks: 3 }),
    what: "Dijkstra's barrier shades what is stored into the heap, but no barrier watches stacks. So at the end the world stops and all stacks are scanned again: the more threads, the longer. That pause is why Go took the hybrid barrier in 1.8. Watch how #1 is found only then.",
    setup: [["allocate", 0, 0], ["allocate", 0, 1], ["write", 0, 0, 0, 1], ["point", 0, 1, NIL], ["allocate", 1, 0], ["allocate", 2, 0], ["allocate", 2, 1], ["write", 2, 3, 0, 4], ["point", 2, 1, NIL]],
    script: [...collect(3), ["point", 0, 1, 1], ["write", 0, 0, 0, NIL]],
  },
  {
    id: "assist",
    label: "assist",
    barrier: "HYBRID_GO",
    order: "OBJECTS_LIFO",
    shape: small({ cells: 16, assist: 2 }),
    what: "A thread that allocates while the collector marks must pay: here it scans two grey objects before each allocation. So a program that allocates fast cannot outrun the collector; it gets slower instead. That is not a pause, but the thread is held up.",
    setup: [["allocate", 0, 0], ["allocate", 0, 1], ["write", 0, 0, 0, 1], ["allocate", 0, 2], ["write", 0, 1, 0, 2], ["allocate", 0, 1], ["write", 0, 2, 0, 3], ["allocate", 0, 2], ["write", 0, 3, 0, 4], ["point", 0, 1, NIL], ["point", 0, 2, NIL]],
    script: [...collect(4), ["allocate", 1, 0], ["allocate", 1, 1], ["allocate", 1, 2]],
  },
  {
    id: "green-tea",
    label: "Green Tea locality",
    barrier: "HYBRID_GO",
    order: "SPANS_FIFO",
    shape: { cells: 64, fields: 2, stacks: 1, slots: 4, globals: 2, spanCells: 8, assist: 0 },
    what: "Up to Go 1.25 the object shaded last is scanned next, wherever it lies, and the processor waits for memory at each jump. Green Tea, the default from 1.26 on, queues whole spans of neighbouring objects and scans all that has become grey in one when its turn comes. Compare the number of jumps from span to span in both orders. On a long list there is nothing to gather, and nothing is gained.",
    make: shape => many(shape, 60, 7),
    script: [],
  },
  {
    id: "large",
    label: "2,000 objects",
    barrier: "HYBRID_GO",
    order: "SPANS_FIFO",
    shape: { cells: 2000, fields: 2, stacks: 4, slots: 4, globals: 4, spanCells: 20, assist: 0 },
    what: "The same on a larger heap, with the program running: it allocates, stores and drops pointers between the collector's steps. Grey is a wave that runs over the heap; behind it lies what is known to be live, and what is still white at the end is garbage.",
    make: shape => many(shape, 1900, 11),
    script: [],
    program: true,
    speed: 9,
  },
];

export const setupOf = preset => preset.make?.(preset.shape) ?? preset.setup;

/** Something that a program could do now, on a machine, from a sequence of numbers. */
export function programStep(machine, random) {
  const { shape } = machine;
  const stack = random(shape.stacks);
  const slot = random(shape.slots);
  let at = random(3) === 0 && shape.globals ? machine.globals[random(shape.globals)] : machine.slots[stack * shape.slots + random(shape.slots)];
  for (let hops = random(6); hops > 0 && at !== NIL; hops--) {
    const next = machine.fields[at * shape.fields + random(shape.fields)];
    if (next !== NIL) at = next;
  }
  const what = random(20);
  if (what < 3) return ["allocate", stack, slot];
  if (what < 12 || at === NIL) return ["point", stack, slot, what > 9 ? NIL : at];
  const from = machine.slots[stack * shape.slots + slot];
  const field = random(shape.fields);
  // It builds more than it tears down, or little would stay reachable: a full field is only cut now and then, far from the roots.
  if (from === NIL || (machine.fields[from * shape.fields + field] !== NIL && (from < shape.cells / 2 || random(8) > 0))) return ["point", stack, slot, at];
  return ["write", stack, from, field, random(6) === 0 ? NIL : at];
}
