// What the form asks for: in the URL, as a request to the server, as a command line, as a number of rows. No DOM here.

const TEXTS = ["memlimit", "greentea", "heap", "headroom", "ops", "duration", "rate", "repeat", "baseline", "pin", "limit"];
const NAMED_KNOBS = ["ops", "duration", "rate", "threads", "live", "seed"];
const words = text => text.split(",").map(w => w.trim()).filter(Boolean);

/** What runs unless one says otherwise: every collector of every JDK, but for Epsilon, which never collects. Go is asked for. */
export const usual = groups => groups.filter(g => g.jdk).flatMap(g => g.toggles.filter(t => t.collector !== "epsilon").map(t => t.id));

/** From the URL; what it does not name is as usual. `groups` are the toggles there are. */
export function fromUrl(search, groups, workloads) {
  const q = new URLSearchParams(search);
  const there = new Set(groups.filter(g => !g.why).flatMap(g => g.toggles.map(t => t.id)));
  const named = words(q.get("workload") ?? "").filter(w => workloads.includes(w));
  return {
    workloads: new Set(named.length ? named : [workloads[0]]),
    setups: new Set((q.has("gc") ? words(q.get("gc")) : usual(groups)).filter(s => there.has(s))),
    ...Object.fromEntries(TEXTS.map(t => [t, q.get(t) ?? ""])),
    equal: q.get("equal-memory") === "yes",
    control: q.has("control") ? q.get("control") === "yes" : null,
    knobs: new Map([...q].filter(([k]) => k.startsWith("set.")).map(([k, v]) => [k.slice(4), v])),
  };
}

export function toUrl(c, groups) {
  const q = new URLSearchParams();
  q.set("workload", [...c.workloads].join(","));
  if (!same([...c.setups], usual(groups))) q.set("gc", [...c.setups].join(","));
  for (const t of TEXTS) if (c[t]) q.set(t, c[t]);
  if (c.equal) q.set("equal-memory", "yes");
  if (c.control !== null) q.set("control", c.control ? "yes" : "no");
  for (const [k, v] of c.knobs) if (v) q.set(`set.${k}`, v);
  return `?${q}`.replaceAll("%2C", ",");
}

const same = (a, b) => a.length === b.length && a.every(x => b.includes(x));

export const invocations = c => Number(c.repeat || 1);

/** Whether the baseline runs twice; with more than one invocation unless switched off. */
export const controlled = c => c.control ?? invocations(c) > 1;

/** The GOGC values chosen. */
export const gogc = (c, groups) => groups.filter(g => g.go).flatMap(g => g.toggles.filter(t => c.setups.has(t.id)).map(t => t.gogc));

/** Whether the JVMs' heaps come from Go's. */
export const equal = (c, groups) => c.equal && gogc(c, groups).length > 0;

/** Collectors and JDKs as a request names them: `g1` where it runs on all chosen JDKs that have it, else `g1-17`. */
function collectors(c, groups) {
  const chosen = groups.filter(g => g.jdk).map(g => ({ ...g, on: g.toggles.filter(t => c.setups.has(t.id)) })).filter(g => g.on.length);
  const names = [...new Set(chosen.flatMap(g => g.on.map(t => t.collector)))];
  return {
    jdks: chosen.map(g => g.jdk),
    collectors: [...names.flatMap(name => {
      const having = chosen.filter(g => g.toggles.some(t => t.collector === name));
      const on = having.filter(g => g.on.some(t => t.collector === name));
      return on.length === having.length ? [name] : on.map(g => `${name}-${g.jdk}`);
    }), ...(gogc(c, groups).length ? ["go"] : [])],
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
  if (gogc(c, groups).length) {
    request.gogc = gogc(c, groups);
    if (c.memlimit) request.memlimits = words(c.memlimit);
    if (c.greentea) request.greentea = words(c.greentea);
    if (c.equal) request.equalMemory = true;
  }
  if (request.equalMemory) return rest(c, request);
  if (c.headroom) request.headrooms = words(c.headroom);
  else if (c.heap) request.heaps = words(c.heap);
  return rest(c, request);
}

function rest(c, request) {
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
    if (request.jdks.length) option("jdk", request.jdks.join(","));
  }
  if (request.gogc) option("gogc", request.gogc.join(","));
  if (request.memlimits) option("memlimit", request.memlimits.join(","));
  if (request.greentea) option("greentea", request.greentea.join(","));
  if (request.equalMemory) line.push("--equal-memory");
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

/** How many processes that would be, and how it comes to that. A setting of Go whose limit is no heap runs once for all heaps. */
export function estimate(c, groups) {
  const go = gogc(c, groups);
  const jvms = [...c.setups].length - go.length;
  const heaps = Math.max(1, words(c.headroom || c.heap).length);
  const outer = [[c.workloads.size, "workload"], [invocations(c), "invocation"]];
  const shown = list => list.map(([n, what]) => `${n} ${what}${n === 1 ? "" : "s"}`).join(" × ");
  const control = controlled(c) && c.setups.size > 0;
  const also = control ? ", one of them the A/A control" : "";
  const times = list => list.reduce((product, [n]) => product * n, 1);
  if (!go.length) {
    const all = [outer[0], [heaps, "heap"], [jvms + (control ? 1 : 0), "setup"], outer[1]];
    return { rows: times(all), formula: shown(all) + also };
  }
  const limits = words(c.memlimit);
  const each = go.length * Math.max(1, words(c.greentea).length);
  const perHeap = limits.includes("heap") ? each : 0;
  const once = each * limits.filter(l => l !== "heap").length + (limits.length ? 0 : each);
  if (c.equal) {
    const all = [outer[0], [once, "heap of Go's"], [jvms + 1 + (control ? 1 : 0), "setup"], outer[1]];
    return { rows: times(all), formula: `${shown(all).replace("heap of Go'ss", "heaps of Go's")}${also}; first Go runs once for each, to find its peak` };
  }
  const goBaseline = c.baseline.startsWith("go-") || jvms === 0;
  const controls = !control ? 0 : goBaseline ? Math.min(1, once) : heaps;
  const inner = heaps * jvms + heaps * perHeap + once + controls;
  return {
    rows: times(outer) * inner,
    formula: `${shown([outer[0]])} × (${shown([[heaps, "heap"], [jvms, "JVM setup"]])} + ${heaps * perHeap + once} of Go${controls ? ` + ${controls} A/A control` : ""}) × ${shown([outer[1]])}`,
  };
}
