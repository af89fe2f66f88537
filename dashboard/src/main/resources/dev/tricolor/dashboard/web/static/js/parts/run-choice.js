// What the form asks for: in the URL, as a request to the server, as a command line, as a number of rows. No DOM here.

const TEXTS = ["heap", "headroom", "ops", "duration", "rate", "repeat", "baseline", "pin", "limit"];
const NAMED_KNOBS = ["ops", "duration", "rate", "threads", "live", "seed"];
const words = text => text.split(",").map(w => w.trim()).filter(Boolean);

/** What runs unless one says otherwise: every collector of every JDK, but for Epsilon, which never collects. */
export const usual = groups => groups.flatMap(g => g.toggles.filter(t => t.collector !== "epsilon").map(t => t.id));

/** From the URL; what it does not name is as usual. `groups` are the toggles there are. */
export function fromUrl(search, groups, workloads) {
  const q = new URLSearchParams(search);
  const there = new Set(groups.flatMap(g => g.toggles.map(t => t.id)));
  const named = words(q.get("workload") ?? "").filter(w => workloads.includes(w));
  return {
    workloads: new Set(named.length ? named : [workloads[0]]),
    setups: new Set((q.has("gc") ? words(q.get("gc")) : usual(groups)).filter(s => there.has(s))),
    ...Object.fromEntries(TEXTS.map(t => [t, q.get(t) ?? ""])),
    control: q.has("control") ? q.get("control") === "yes" : null,
    knobs: new Map([...q].filter(([k]) => k.startsWith("set.")).map(([k, v]) => [k.slice(4), v])),
  };
}

export function toUrl(c, groups) {
  const q = new URLSearchParams();
  q.set("workload", [...c.workloads].join(","));
  if (!same([...c.setups], usual(groups))) q.set("gc", [...c.setups].join(","));
  for (const t of TEXTS) if (c[t]) q.set(t, c[t]);
  if (c.control !== null) q.set("control", c.control ? "yes" : "no");
  for (const [k, v] of c.knobs) if (v) q.set(`set.${k}`, v);
  return `?${q}`.replaceAll("%2C", ",");
}

const same = (a, b) => a.length === b.length && a.every(x => b.includes(x));

export const invocations = c => Number(c.repeat || 1);

/** Whether the baseline runs twice; with more than one invocation unless switched off. */
export const controlled = c => c.control ?? invocations(c) > 1;

/** Collectors and JDKs as a request names them: `g1` where it runs on all chosen JDKs that have it, else `g1-17`. */
function collectors(c, groups) {
  const chosen = groups.map(g => ({ ...g, on: g.toggles.filter(t => c.setups.has(t.id)) })).filter(g => g.on.length);
  const names = [...new Set(chosen.flatMap(g => g.on.map(t => t.collector)))];
  return {
    jdks: chosen.map(g => g.jdk),
    collectors: names.flatMap(name => {
      const having = chosen.filter(g => g.toggles.some(t => t.collector === name));
      const on = having.filter(g => g.on.some(t => t.collector === name));
      return on.length === having.length ? [name] : on.map(g => `${name}-${g.jdk}`);
    }),
  };
}

/** The knobs that are given, by name. `names` are those that every chosen workload has. */
function knobs(c, names) {
  const given = { ops: c.duration ? "" : c.ops, duration: c.duration, rate: c.rate, ...Object.fromEntries(c.knobs) };
  return Object.fromEntries(Object.entries(given).map(([k, v]) => [k, v.trim()]).filter(([k, v]) => v && names.includes(k)));
}

/** The body of POST /api/runs. */
export function toRequest(c, groups, names) {
  const request = { workloads: [...c.workloads], knobs: knobs(c, names), ...collectors(c, groups), repeat: invocations(c), control: controlled(c) };
  if (c.headroom) request.headrooms = words(c.headroom);
  else if (c.heap) request.heaps = words(c.heap);
  if (c.baseline) request.baseline = c.baseline;
  if (c.pin) request.pin = c.pin.trim();
  if (c.limit) request.limitMinutes = Number(c.limit);
  return request;
}

const quoted = text => (/^[\w.,%=:+/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The same on the command line. */
export function commandLine(c, groups, names) {
  const request = toRequest(c, groups, names);
  const line = ["./tricolor run", ...request.workloads];
  const option = (name, value) => line.push(`--${name}`, quoted(String(value)));
  if (!same([...c.setups], usual(groups))) {
    option("gc", request.collectors.join(","));
    option("jdk", request.jdks.join(","));
  }
  if (request.headrooms) option("headroom", request.headrooms.join(","));
  if (request.heaps) option("heap", request.heaps.join(","));
  for (const [k, v] of Object.entries(request.knobs)) NAMED_KNOBS.includes(k) ? option(k, v) : option("set", `${k}=${v}`);
  if (request.repeat !== 1) option("repeat", request.repeat);
  if (request.control !== request.repeat > 1) line.push(request.control ? "--control" : "--no-control");
  if (request.baseline) option("baseline", request.baseline);
  if (request.pin) option("pin", request.pin);
  if (request.limitMinutes) option("limit", request.limitMinutes);
  return line.join(" ");
}

/** How many JVMs that would be, and how it comes to that. */
export function estimate(c) {
  const heaps = Math.max(1, words(c.headroom || c.heap).length);
  const setups = c.setups.size + (controlled(c) && c.setups.size ? 1 : 0);
  const times = [[c.workloads.size, "workload"], [heaps, "heap"], [setups, "setup"], [invocations(c), "invocation"]];
  const rows = times.reduce((product, [n]) => product * n, 1);
  const formula = times.map(([n, what]) => `${n} ${what}${n === 1 ? "" : "s"}`).join(" × ");
  return { rows, formula: formula + (controlled(c) && c.setups.size ? ", one of them the A/A control" : "") };
}
