import { alpha } from "../colours.js";

/** A dot for each event. Squares, for twenty thousand circles take long. */
export const dots = {
  series: (spec, env) => spec.series.map(s => ({
    stroke: () => env.colour(s),
    points: { show: false },
    paths: (u, i, from, to) => {
      const faint = s.role === "faint";
      const size = (faint ? 1.5 : 3) * devicePixelRatio;
      const { ctx, bbox, data } = u;
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
      ctx.clip();
      ctx.fillStyle = alpha(env.colour(s), faint ? 0.55 : 0.8);
      const x = u.scales.x, y = u.scales.y;
      const lo = Math.log10(y.min), scale = bbox.height / (Math.log10(y.max) - lo);
      const across = bbox.width / (x.max - x.min);
      const xs = data[0], ys = data[i];
      for (let k = from; k <= to; k++) {
        if (ys[k] === null || ys[k] === undefined) continue;
        const px = bbox.left + (xs[k] - x.min) * across;
        const py = bbox.top + bbox.height - (Math.log10(ys[k]) - lo) * scale;
        ctx.fillRect(px - size / 2, py - size / 2, size, size);
      }
      ctx.restore();
      return null;
    },
  })),
  data: (spec, table) => [table.x, ...spec.series.map(s => table.y[s.id] ?? [])],
};
