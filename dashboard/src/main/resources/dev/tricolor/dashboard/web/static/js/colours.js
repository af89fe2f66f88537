// Colours come from CSS variables, so that canvas and page agree in light and dark.

const ROLES = {
  stopped: "--stopped", concurrent: "--concurrent", "stopped-and-concurrent": "--stopped-and-concurrent", stall: "--stall", other: "--other", sample: "--ink", faint: "--faint",
  limit: "--faint", mark: "--concurrent", "mark-knob": "--ink", "mark-stopped": "--stopped",
};
const AREAS = { other: "--area", faint: "--area-faint" };

const probe = document.createElement("span");
const cache = new Map();

/** A CSS variable as a colour that a canvas takes. */
export function css(variable) {
  if (!cache.has(variable)) {
    if (!probe.isConnected) { probe.hidden = true; document.body.append(probe); }
    probe.style.color = `var(${variable})`;
    cache.set(variable, getComputedStyle(probe).color);
  }
  return cache.get(variable);
}

/** The colour of a series: its role's, or its collector's own. */
export function colourOf(series, kind, collectorColour) {
  if (series.role === "collector") return collectorColour ?? css("--ink");
  return css((kind === "stack" && AREAS[series.role]) || ROLES[series.role] || "--ink");
}

export function alpha(colour, a) {
  const m = colour.match(/\d+(\.\d+)?/g);
  if (colour.startsWith("#")) return colour + Math.round(a * 255).toString(16).padStart(2, "0");
  return `rgba(${m[0]}, ${m[1]}, ${m[2]}, ${a})`;
}

/** Tells when light turns to dark or back. */
export const themeChanges = new EventTarget();
function changed() { cache.clear(); themeChanges.dispatchEvent(new Event("change")); }
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);

export function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("tricolor.theme", root.dataset.theme);
  changed();
}
