import { clock, value } from "../format.js";

/** What is under the cursor, as [label, value] pairs. */
export function readout(u, spec, table, env) {
  const { left, top, idx } = u.cursor;
  if (left === undefined || left < 0 || idx === null || idx === undefined || table.x.length === 0) return [];
  const at = u.posToVal(left, "x");
  const read = { dots: nearestDot, spans: spanAt, bars: bucketAt, whiskers: nearestMean }[spec.kind] ?? valuesAt;
  return [[where(spec, table, u, at), ""], ...read(u, spec, table, env, { at, left, top, idx })];
}

function where(spec, table, u, at) {
  const x = spec.axes[0];
  if (x.scale === "time") {
    const perPixel = (u.scales.x.max - u.scales.x.min) / u.over.clientWidth;
    return clock(at, perPixel < 0.05 ? 0.001 : perPixel < 1 ? 0.1 : 1);
  }
  if (spec.kind === "bars" || spec.kind === "whiskers") return "";
  return x.unit === "percentile" ? value(Math.round(at), x.unit) : value(at, x.unit);
}

/** The mean that is nearest to the cursor, with its interval and its heap. */
function nearestMean(u, spec, table, env, { left, top }) {
  let best = null, least = Infinity;
  for (const s of spec.series) {
    if (env.hidden.has(s.id)) continue;
    table.y[s.id].forEach((v, i) => {
      if (v === null) return;
      const d = (u.valToPos(table.x[i], "x") - left) ** 2 + (u.valToPos(v, "y") - top) ** 2;
      if (d < least) { least = d; best = [s, i]; }
    });
  }
  if (!best) return [];
  const [s, i] = best;
  const { unit } = spec.axes[1];
  const [mean, low, high] = [table.y, table.low, table.high].map(c => c[s.id][i]);
  const { gogc, heapBytes } = table.points[s.id][i];
  return [[s.label, value(mean, unit) + (low === null ? ", one invocation" : ` [${value(low, unit)} – ${value(high, unit)}]`)],
    ["heap", value(heapBytes, "bytes")], ...(gogc === null ? [] : [["GOGC", String(Math.round(gogc))]])];
}

/** The value of each line: the one before the cursor where a row has none. */
function valuesAt(u, spec, table, env, { at, idx }) {
  const pairs = [];
  for (const s of spec.series) {
    const values = table.y[s.id];
    if (!values || env.hidden.has(s.id)) continue;
    if (s.role.startsWith("mark")) {
      const i = closest(table.x, values, at, (u.scales.x.max - u.scales.x.min) * 0.004);
      if (i >= 0) pairs.push([table.text[i] || s.label, ""]);
      continue;
    }
    let i = Math.min(idx, values.length - 1);
    while (i >= 0 && values[i] === null) i--;
    if (i < 0) { i = idx; while (i < values.length && values[i] === null) i++; }
    if (values[i] !== undefined && values[i] !== null) pairs.push([s.label, value(values[i], spec.axes[1].unit)]);
  }
  return pairs.reverse();
}

function closest(x, values, at, within) {
  let best = -1, distance = within;
  for (let i = 0; i < x.length; i++) {
    if (values[i] === null) continue;
    const d = Math.abs(x[i] - at);
    if (d <= distance) { best = i; distance = d; }
  }
  return best;
}

function nearestDot(u, spec, table, env, { left, top }) {
  let best = null, distance = 14 ** 2;
  const own = top >= 0 && u.over.matches(":hover");
  const across = u.over.clientWidth / (u.scales.x.max - u.scales.x.min);
  for (const s of spec.series) {
    const ys = table.y[s.id];
    if (!ys || env.hidden.has(s.id)) continue;
    for (let i = 0; i < ys.length; i++) {
      if (ys[i] === null) continue;
      const dx = (table.x[i] - u.scales.x.min) * across - left;
      if (Math.abs(dx) > 14) continue;
      const dy = own ? u.valToPos(ys[i], "y") - top : 0;
      const d = dx * dx + dy * dy;
      if (d <= distance) { best = [s, i]; distance = d; }
    }
  }
  if (!best) return [];
  const [s, i] = best;
  return [[`${s.label.split(",")[0]}: ${table.text[i] ?? ""}`, value(table.y[s.id][i], spec.axes[1].unit)]];
}

function spanAt(u, spec, table, env, { at }) {
  const slack = ((u.scales.x.max - u.scales.x.min) / u.over.clientWidth) * 2;
  const pairs = [];
  for (const s of spec.series) {
    const ends = table.y[s.id];
    for (let i = 0; ends && i < ends.length; i++) {
      if (ends[i] === null || table.x[i] - slack > at || ends[i] + slack < at) continue;
      pairs.push([table.text[i] ?? s.label, value((ends[i] - table.x[i]) * 1e9, "ns")]);
      if (pairs.length > 3) return pairs;
      break;
    }
  }
  return pairs;
}

function bucketAt(u, spec, table, env, { at }) {
  let i = table.x.findIndex((x, k) => x <= at && at < (table.x[k + 1] ?? Infinity));
  if (i < 0 || i + 1 >= table.x.length) return [];
  const unit = spec.axes[0].unit;
  return [[`${value(table.x[i], unit)} – ${value(table.x[i + 1], unit)}`, ""],
    ...spec.series.filter(s => table.y[s.id]?.[i]).map(s => [s.label, value(table.y[s.id][i], spec.axes[1].unit)])];
}

