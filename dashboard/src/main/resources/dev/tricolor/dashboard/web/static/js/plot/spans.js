import { css } from "../colours.js";

const LANE = 26;

const lane = s => s.id.split(".")[0];
export const lanes = spec => [...new Set(spec.series.map(lane))];
export const lanesHeight = spec => lanes(spec).length * LANE + 40;

/** A bar for each stretch of time. A row is from x to its value; the lane is the part of the series id before the dot. */
export const spans = {
  series: (spec, env) => spec.series.map(s => ({ stroke: () => env.colour(s), points: { show: false }, paths: () => null, auto: false })),
  data: (spec, table) => [table.x, ...spec.series.map(s => table.y[s.id] ?? [])],
  fixed: { lanes: [0, 1] },
  after(u, spec, table, env) {
    const { ctx, bbox } = u;
    const all = lanes(spec);
    const height = bbox.height / all.length;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const s of spec.series) draw(u, s, table, env, bbox.top + all.indexOf(lane(s)) * height, height);
    ctx.restore();
    labels(u, all, height);
  },
};

function draw(u, series, table, env, top, height) {
  const ends = table.y[series.id];
  if (!ends || env.hidden.has(series.id)) return;
  const { ctx, bbox } = u;
  const { min, max } = u.scales.x;
  const across = bbox.width / (max - min);
  const shape = { concurrent: [0.24, 0.52], stopped: [0.12, 0.76], stall: [0.36, 0.3] }[series.role] ?? [0.25, 0.5];
  ctx.fillStyle = env.colour(series);
  const least = (series.role === "stopped" ? 1.3 : 1) * devicePixelRatio;
  for (let i = 0; i < ends.length; i++) {
    const to = ends[i];
    if (to === null || to < min || table.x[i] > max) continue;
    const left = bbox.left + (table.x[i] - min) * across;
    ctx.fillRect(left, top + shape[0] * height, Math.max(least, (to - table.x[i]) * across), shape[1] * height);
  }
}

function labels(u, all, height) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.fillStyle = css("--muted");
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  all.forEach((name, i) => ctx.fillText(name, bbox.left - 8 * devicePixelRatio, bbox.top + (i + 0.5) * height));
  ctx.restore();
}
