import { alpha } from "../colours.js";
import { lines } from "./lines.js";

const CAP = 3;

/** Lines through means, each with its interval as a whisker: `table.low` and `table.high` beside `table.y`. */
export const whiskers = {
  ...lines,
  after(u, spec, table, env) {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const s of spec.series) {
      if (env.hidden.has(s.id) || !table.y[s.id]) continue;
      const style = env.style(s);
      ctx.strokeStyle = alpha(env.colour(s), style.alpha ?? 0.8);
      ctx.lineWidth = Math.max(1, (style.width ?? 1.7) * 0.6) * devicePixelRatio;
      for (let i = 0; i < table.x.length; i++) whisker(u, table.x[i], table.low[s.id][i], table.high[s.id][i]);
    }
    ctx.restore();
  },
};

function whisker(u, x, low, high) {
  if (low === null || high === null) return;
  const { ctx, bbox } = u;
  const at = u.valToPos(x, "x", true), cap = CAP * devicePixelRatio;
  const bottom = low > 0 || u.scales.y.distr !== 3 ? u.valToPos(low, "y", true) : bbox.top + bbox.height;
  const top = u.valToPos(high, "y", true);
  ctx.beginPath();
  ctx.moveTo(at, bottom); ctx.lineTo(at, top);
  ctx.moveTo(at - cap, bottom); ctx.lineTo(at + cap, bottom);
  ctx.moveTo(at - cap, top); ctx.lineTo(at + cap, top);
  ctx.stroke();
}
