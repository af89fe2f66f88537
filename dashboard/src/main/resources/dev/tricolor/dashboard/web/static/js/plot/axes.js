import { css } from "../colours.js";
import { PERCENTILES, clock, ticks, value } from "../format.js";

const FONT = "11px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** Wide enough for "1,024 MiB/s", and the same everywhere, so that time axes of panels lie under each other. */
const LEFT = 68;

/** uPlot's scales and axes for a panel's two axes. */
export function scalesAndAxes(spec, fixed) {
  const [x, y] = spec.axes;
  return {
    scales: { x: xScale(x), y: y ? yScale(y, spec, fixed) : { range: fixed?.lanes ?? [0, 1] } },
    axes: [xAxis(x), y ? yAxis(y) : { show: true, size: LEFT, ...quiet(), splits: () => [], values: () => [] },
    ...(x.second ? [{ ...xAxis(x), scale: "x", side: 0, grid: { show: false }, label: x.second.label, labelSize: 14, values: (u, s) => s.map(x.second.of) }] : [])],
  };
}

function quiet() {
  return {
    stroke: () => css("--muted"),
    font: FONT,
    grid: { stroke: () => css("--line"), width: 1, dash: [2, 3] },
    ticks: { show: false },
    border: { show: false },
  };
}

function xScale(x) {
  if (x.scale === "time") return { time: true };
  if (x.at) return { time: false, distr: 3, range: () => [x.at[0] / 1.12, x.at.at(-1) * 1.12] };
  if (x.scale === "log") return { time: false, distr: 3, range: (u, min, max) => (min > 0 ? [min, Math.max(max, min * 10)] : [1e5, 1e10]) };
  if (x.unit === "percentile") return { time: false, range: [-0.15, PERCENTILES.length - 0.85] };
  return { time: false, range: (u, min, max) => [0, u.sharedX ?? Math.max(max ?? 1, 1e-9)] };
}

function xAxis(x) {
  const axis = { ...quiet(), size: 28, gap: 8, space: 80, label: x.label || undefined, labelSize: x.label ? 14 : 0,
    labelFont: FONT, labelGap: 0 };
  if (x.scale === "time") {
    return { ...axis, grid: { show: false }, values: (u, splits, i, space, step) => splits.map(t => clock(t, step)) };
  }
  axis.grid = { show: false };
  if (x.at) return { ...axis, splits: () => x.at, values: (u, s) => s.map(v => value(v, x.unit)), filter: (u, s) => s };
  if (x.unit === "percentile") return { ...axis, splits: () => PERCENTILES.map((_, i) => i), values: (u, s) => s.map(v => PERCENTILES[v]) };
  if (x.scale === "log") return { ...axis, splits: (u, i, min, max) => decades(min, max, u.bbox.width / devicePixelRatio / 52), values: (u, s) => ticks(s, x.unit), filter: (u, s) => s };
  return { ...axis, values: (u, s) => s.map(v => value(v, x.unit)) };
}

function yScale(y, spec, fixed) {
  if (y.range) return { distr: y.scale === "log" ? 3 : 1, range: () => y.range };
  if (y.scale === "log") {
    return { distr: 3, range: (u, min, max) => (min > 0 ? [10 ** Math.floor(Math.log10(min)), 10 ** Math.ceil(Math.log10(max * 1.01))] : [1e3, 1e9]) };
  }
  if (y.unit === "ratio") return { range: [0, 1.03] };
  return { range: (u, min, max) => [0, u.sharedY ?? Math.max((max ?? 0) * 1.06, smallest(y.unit))] };
}

/** An axis of nothing still needs a height. */
const smallest = unit => ({ bytes: 2 ** 20, "bytes/s": 2 ** 20, share: 0.01, count: 4 })[unit] ?? 1;

function yAxis(y) {
  const axis = { ...quiet(), size: LEFT, gap: 6, space: 26 };
  if (y.scale === "log" && y.range) return { ...axis, splits: (u, i, min, max) => steps(min, max), values: (u, s) => ticks(s, y.unit), filter: (u, s) => s };
  if (y.scale === "log") return { ...axis, splits: (u, i, min, max) => decades(min, max, u.bbox.height / devicePixelRatio / 18), values: (u, s) => ticks(s, y.unit), filter: (u, s) => s };
  if (y.unit === "bytes" || y.unit === "bytes/s") {
    return { ...axis, splits: (u, i, min, max) => binary(max, u.bbox.height / devicePixelRatio), values: (u, s) => ticks(s, y.unit) };
  }
  if (y.unit === "ratio") return { ...axis, splits: () => [0, 0.25, 0.5, 0.75, 1], values: (u, s) => s.map(v => String(v)) };
  if (y.unit === "count") return { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6], values: (u, s) => ticks(s, y.unit) };
  return { ...axis, values: (u, s) => ticks(s, y.unit) };
}

/** Powers of ten, as many as there is room for. */
function decades(min, max, room) {
  const first = Math.ceil(Math.log10(min) - 1e-9), last = Math.log10(max) + 1e-9;
  const step = Math.max(1, Math.ceil((last - first) / Math.max(2, room)));
  const splits = [];
  for (let e = first; e <= last; e += step) splits.push(10 ** e);
  return splits;
}

/** 1, 2 and 5 of each power of ten: for a stretch that may lie within one. */
function steps(min, max) {
  const splits = [];
  for (let e = Math.floor(Math.log10(min)); e <= Math.log10(max); e++) {
    for (const m of [1, 2, 5]) if (m * 10 ** e >= min && m * 10 ** e <= max) splits.push(m * 10 ** e);
  }
  return splits;
}

/** Powers of two, as heaps are sized. */
function binary(max, height) {
  const room = Math.max(2, Math.floor(height / 30));
  const step = 2 ** Math.max(0, Math.ceil(Math.log2(max / room)));
  const splits = [];
  for (let v = 0; v <= max; v += step) splits.push(v);
  return splits;
}
