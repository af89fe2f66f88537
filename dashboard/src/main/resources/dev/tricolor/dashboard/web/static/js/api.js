/** Asks the server; on an error throws what its problem+json says. */
export async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("The dashboard does not answer; is it still running?");
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? `The dashboard answered ${response.status}.`), { field: problem.field ?? "" });
  }
  return response.status === 204 ? null : response.json();
}

/** Sends JSON; on an error throws what the problem+json says, with the `field` that is wrong. */
export const send = (path, body = {}) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** A live stream of named JSON events. Reconnects by itself; `lost(true|false)` says when it is cut and when it is back. */
export function stream(path, handlers, lost = () => {}) {
  const source = new EventSource(path);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, e => handle(JSON.parse(e.data)));
  }
  source.onopen = () => lost(false);
  source.onerror = () => lost(true);
  return source;
}
