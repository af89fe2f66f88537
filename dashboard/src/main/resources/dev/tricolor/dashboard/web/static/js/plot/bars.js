/** A bar for each bucket: from a row's x to the next one's. Two series share a bucket's width. */
export const bars = {
  series: (spec, env) => spec.series.map(s => ({ stroke: () => env.colour(s), points: { show: false }, paths: () => null })),
  data: (spec, table) => [table.x, ...spec.series.map(s => table.y[s.id] ?? [])],
  after(u, spec, table, env) {
    const { ctx, bbox } = u;
    const shown = spec.series.filter(s => table.y[s.id]?.some(v => v !== null) && !env.hidden.has(s.id));
    const bottom = bbox.top + bbox.height;
    ctx.save();
    shown.forEach((s, k) => {
      ctx.fillStyle = env.colour(s);
      const counts = table.y[s.id];
      for (let i = 0; i + 1 < table.x.length; i++) {
        if (!counts[i]) continue;
        const left = u.valToPos(table.x[i], "x", true);
        const width = (u.valToPos(table.x[i + 1], "x", true) - left - devicePixelRatio) / shown.length;
        const top = Math.min(bottom - 2 * devicePixelRatio, u.valToPos(counts[i], "y", true)); // one is not none
        ctx.fillRect(left + k * width, top, Math.max(1, width), bottom - top);
      }
    });
    ctx.restore();
  },
};
