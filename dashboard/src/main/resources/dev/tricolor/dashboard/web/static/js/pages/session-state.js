// What the URL holds: ?window=5m&zoom=FROM~TO&paused=FROM~TO, in epoch seconds.

const range = text => {
  const parts = (text ?? "").split("~").map(Number);
  return parts.length === 2 && parts.every(Number.isFinite) && parts[0] < parts[1] ? parts : null;
};

const write = r => r.map(t => t.toFixed(3)).join("~");

export function readState() {
  const q = new URLSearchParams(location.search);
  const window = q.get("window");
  return {
    window: /^(\d{1,4}[smh]|all)$/.test(window ?? "") ? window : "5m",
    given: q.has("window"),
    zoom: range(q.get("zoom")),
    paused: range(q.get("paused")),
  };
}

export function writeState(state) {
  const q = new URLSearchParams({ window: state.window });
  if (state.zoom) q.set("zoom", write(state.zoom));
  if (state.paused) q.set("paused", write(state.paused));
  history.replaceState(null, "", `${location.pathname}?${q}`);
}
