import { isMark, marks } from "./lines.js";

/** Areas on top of each other: drawn from the top one down, each to the ground, so that no gap shows between two. */
export const stack = {
  series: (spec, env) => [...spec.series].reverse().map(s => (isMark(s) ? { show: false } : {
    stroke: () => env.colour(s),
    fill: () => env.colour(s),
    width: 0.5,
    spanGaps: true,
    points: { show: false },
  })),
  data(spec, table, env) {
    // A row that holds but a mark says nothing of the areas.
    const sum = table.x.map((_, i) => (spec.series.some(s => !isMark(s) && (table.y[s.id]?.[i] ?? null) !== null) ? 0 : null));
    const sums = spec.series.map(s => {
      const values = env.hidden.has(s.id) || isMark(s) ? null : table.y[s.id];
      return sum.map((v, i) => (sum[i] = v === null ? null : v + (values?.[i] ?? 0)));
    });
    return [table.x, ...sums.reverse()];
  },
  after: (u, spec, table, env) => spec.series.forEach(s => isMark(s) && marks(u, table, s, env)),
  order: spec => [...spec.series].reverse(),
};
