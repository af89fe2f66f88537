import { alpha } from "../colours.js";

const STYLES = {
  collector: { width: 1.7 }, other: { width: 1.5 }, faint: { width: 1.2 }, limit: { width: 1, dash: [5, 4] },
  concurrent: { width: 1.6 }, stopped: { width: 1.6 }, stall: { width: 1.6 },
};

export const isMark = s => s.role.startsWith("mark");

/** Lines over time or over anything else, with thin vertical marks behind them. */
export const lines = {
  series: (spec, env) => spec.series.map(s => {
    const style = { ...STYLES[s.role], ...env.style(s) };
    return {
      show: !isMark(s),
      stroke: () => alpha(env.colour(s), style.alpha ?? 1),
      width: style.width,
      paths: s.role === "sample" ? () => null : undefined,
      dash: s.dashed && s.role !== "limit" ? [3, 3] : style.dash,
      spanGaps: true,
      points: s.role === "sample"
        ? { show: true, size: 4, width: 0, fill: () => env.colour(s) }
        : { show: (u, i) => s.role !== "limit" && spec.place !== "multiple" && few(u.data[i]), size: 4, width: 1 },
    };
  }),
  data: (spec, table) => [table.x, ...spec.series.map(s => table.y[s.id] ?? [])],
  before: (u, spec, table, env) => spec.series.forEach(s => isMark(s) && marks(u, table, s, env)),
};

/** A line through three points is mostly invention: show where the points are. */
function few(values) {
  let n = 0;
  for (const v of values) if (v !== null && ++n > 40) return false;
  return true;
}

export function marks(u, table, series, env) {
  const values = table.y[series.id];
  if (!values || env.hidden.has(series.id)) return;
  const { ctx, bbox } = u;
  const { min, max } = u.scales.x;
  ctx.save();
  ctx.fillStyle = alpha(env.colour(series), series.role === "mark" ? 0.28 : 0.6);
  const seen = [];
  for (let i = 0; i < table.x.length; i++) {
    const t = table.x[i];
    if (values[i] !== null && t >= min && t <= max) seen.push(t);
  }
  // Closer together than this they are a wash that says nothing; zooming in brings them.
  if (seen.length * 5 * devicePixelRatio <= bbox.width || series.role !== "mark") {
    for (const t of seen) ctx.fillRect(Math.round(u.valToPos(t, "x", true)), bbox.top, Math.max(1, devicePixelRatio), bbox.height);
  }
  ctx.restore();
}
