import { css } from "../colours.js";

const LANE = 26;

const lane = s => s.id.split(".")[0];
/** A lane for each kind of bar that can be here at all. */
const lanes = (spec, table) => [...new Set(spec.series.filter(s => !table.absent[s.id]).map(lane))];
export const lanesHeight = (spec, table) => lanes(spec, table).length * LANE + 40;

/** A bar for each stretch of time. A row is from x to its value; the lane is the part of the series id before the dot. */
export const spans = {
  series: (spec, env) => spec.series.map(s => ({ stroke: () => env.colour(s), points: { show: false }, paths: () => null, auto: false })),
  data: (spec, table) => [table.x, ...spec.series.map(s => table.y[s.id] ?? [])],
  fixed: { lanes: [0, 1] },
  after(u, spec, table, env) {
    const { ctx, bbox } = u;
    const all = lanes(spec, table);
    const height = bbox.height / all.length;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const s of spec.series) if (all.includes(lane(s))) draw(u, s, table, env, bbox.top + all.indexOf(lane(s)) * height, height);
    ctx.restore();
    labels(u, all, height);
  },
};

/**
 * Adds up each pixel column's share of covered time. A part that is alone is drawn in full colour, a pixel wide at least;
 * where several share a column, full colour would say that the world stood still: there the strength is the share.
 */
function draw(u, series, table, env, top, height) {
  const ends = table.y[series.id];
  if (!ends || env.hidden.has(series.id)) return;
  const { ctx, bbox } = u;
  const { min, max } = u.scales.x;
  const width = Math.ceil(bbox.width);
  const across = width / (max - min);
  const share = new Float32Array(width + 1), parts = new Uint16Array(width + 1);
  for (let i = 0; i < ends.length; i++) {
    if (ends[i] === null || ends[i] < min || table.x[i] > max) continue;
    const from = Math.max(0, (table.x[i] - min) * across), to = Math.min(width, (ends[i] - min) * across);
    const first = Math.floor(from), last = Math.floor(to);
    parts[first]++;
    if (first === last) share[first] += to - from;
    else {
      share[first] += first + 1 - from;
      for (let k = first + 1; k < last; k++) { share[k] += 1; parts[k] = Math.max(parts[k], 1); }
      if (to > last) { share[last] += to - last; parts[last]++; }
    }
  }
  const [offset, size] = { concurrent: [0.24, 0.52], stopped: [0.12, 0.76], stall: [0.36, 0.3] }[series.role] ?? [0.25, 0.5];
  ctx.fillStyle = env.colour(series);
  for (let k = 0; k < width; k++) {
    if (!parts[k]) continue;
    const crowd = parts[k] + (parts[k - 1] ?? 0) + (parts[k + 1] ?? 0);
    ctx.globalAlpha = crowd <= 2 ? 1 : Math.min(1, 0.16 + 0.84 * share[k]);
    ctx.fillRect(bbox.left + k, top + offset * height, 1, size * height);
  }
  ctx.globalAlpha = 1;
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
