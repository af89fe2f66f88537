/** Areas on top of each other: drawn from the top one down, each to the ground, so that no gap shows between two. */
export const stack = {
  series: (spec, env) => [...spec.series].reverse().map(s => ({
    stroke: () => env.colour(s),
    fill: () => env.colour(s),
    width: 0.5,
    spanGaps: true,
    points: { show: false },
  })),
  data(spec, table, env) {
    const sum = new Array(table.x.length).fill(0);
    const sums = spec.series.map(s => {
      const values = env.hidden.has(s.id) ? null : table.y[s.id];
      return sum.map((v, i) => (sum[i] = v + (values?.[i] ?? 0)));
    });
    return [table.x, ...sums.reverse()];
  },
  order: spec => [...spec.series].reverse(),
};
