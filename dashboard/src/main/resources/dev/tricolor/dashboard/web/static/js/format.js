// Numbers for people. Sizes are binary, because -Xmx is: 1 MiB = 1,048,576 bytes.

const thin = n => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Three digits that matter, no trailing zeros after a point. */
function digits(v) {
  const a = Math.abs(v);
  if (a >= 1000) return thin(Math.round(v));
  if (a >= 100) return v.toFixed(0);
  if (a >= 10) return v.toFixed(1).replace(/\.0$/, "");
  return v.toFixed(2).replace(/\.?0+$/, "") || "0";
}

const BYTES = [["GiB", 2 ** 30], ["MiB", 2 ** 20], ["KiB", 2 ** 10], ["B", 1]];
const TIMES = [["s", 1e9], ["ms", 1e6], ["µs", 1e3], ["ns", 1]];

function multiple(v, units, most) {
  const a = Math.abs(v);
  const [unit, size] = units.find(([u, s]) => a >= s && (!most || u !== most)) ?? units.at(-1);
  return [v / size, unit];
}

export function bytes(v) {
  const [n, unit] = multiple(v, v < 10 * 2 ** 30 ? BYTES.slice(1) : BYTES);
  return `${digits(n)} ${unit}`;
}

export function ns(v) {
  const [n, unit] = multiple(v, TIMES);
  return `${digits(n)} ${unit}`;
}

function large(v) {
  if (Math.abs(v) >= 1e6) return `${digits(v / 1e6)} M`;
  if (Math.abs(v) >= 1e4) return `${digits(v / 1e3)} k`;
  return thin(Math.abs(v) < 100 ? digits(v) : Math.round(v));
}

const FORMATS = {
  bytes, ns,
  "bytes/s": v => `${bytes(v)}/s`,
  share: v => `${digits(v * 100)} %`,
  ratio: v => v.toFixed(2),
  factor: v => v.toFixed(Math.abs(v) < 10 ? 3 : 1),
  multiple: v => `${digits(v)} ×`,
  "%": v => `${digits(v)} %`,
  count: v => thin(Math.round(v)),
  "operations/s": large,
  s: v => `${digits(v)} s`,
  "1/s": v => `${digits(v)} /s`,
  percentile: v => PERCENTILES[v] ?? "",
};

export const PERCENTILES = ["50 %", "90", "99", "99.9", "max"];

/** A value in words, by the unit that the server names. */
export function value(v, unit) {
  if (v === null || v === undefined || Number.isNaN(v)) return "–";
  return (FORMATS[unit] ?? digits)(v);
}

/** A part of a table cell or fact: a word, or a number. */
export const part = p => (p.value === null || p.value === "NaN" ? p.text : value(p.value, p.unit));

/** Values on one axis share a unit; it is written once, by the top one. */
export function ticks(values, unit) {
  if (unit === "ns") return values.map(v => (v === null ? "" : ns(v)));
  if (unit === "share") return values.map((v, i) => `${digits(v * 100)}${i === values.length - 1 ? " %" : ""}`);
  if (unit === "factor") return values.map(v => String(Number(v.toFixed(2))));
  if (unit === "bytes" || unit === "bytes/s") {
    const top = Math.max(...values.map(Math.abs));
    const [name, size] = BYTES.find(([, s]) => top >= s && s <= (top >= 10 * 2 ** 30 ? 2 ** 30 : 2 ** 20)) ?? BYTES.at(-1);
    const suffix = unit === "bytes/s" ? "/s" : "";
    return values.map((v, i) => digits(v / size) + (i === values.length - 1 ? ` ${name}${suffix}` : ""));
  }
  return values.map(v => value(v, unit));
}

const two = n => String(n).padStart(2, "0");

/** Time of day from epoch seconds; as fine as `step` seconds need. */
export function clock(t, step = 1) {
  const d = new Date(t * 1000);
  const hm = `${two(d.getHours())}:${two(d.getMinutes())}`;
  if (step >= 60) return hm;
  const hms = `${hm}:${two(d.getSeconds())}`;
  if (step >= 1) return hms;
  const places = Math.min(6, Math.ceil(-Math.log10(step)));
  const fraction = (((t % 1) + 1) % 1).toFixed(places).slice(2);
  return step >= 0.001 ? `${hms}.${String(d.getMilliseconds()).padStart(3, "0").slice(0, places)}` : `${hms}.${fraction}`;
}

export function date(t) {
  const d = new Date(t * 1000);
  const today = new Date().toDateString() === d.toDateString();
  return (today ? "" : `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())} `) + clock(t);
}

export function length(seconds) {
  if (seconds < 90) return `${digits(seconds)} s`;
  if (seconds < 5400) return `${Math.floor(seconds / 60)} min ${two(Math.round(seconds % 60))} s`;
  return `${Math.floor(seconds / 3600)} h ${two(Math.round((seconds % 3600) / 60))} min`;
}
