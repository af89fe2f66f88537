import { ask, stream } from "./api.js";

const file = document.getElementById("tricolor-report");

/** What a report carries in itself: {run, numbers, algorithms, views: [{workload, heap, body}]}, the one to begin with first; null in the dashboard. */
export const report = file ? JSON.parse(file.textContent) : null;

/**
 * Follows what the contrast page shows: live from the dashboard, or once from the report that the page is. `refused` gets
 * the reason where the dashboard has no such thing.
 */
export function follow(query, handlers, lost, refused) {
  if (!report) {
    const live = stream(`/api/contrast/live?${query}`, handlers, cut => {
      lost(cut);
      if (cut && live.readyState === EventSource.CLOSED) ask(`/api/contrast?${query}`).catch(e => refused(e.message));
    });
    return live;
  }
  const fits = v => ["workload", "heap"].every(k => !query.has(k) || String(v[k]) === query.get(k));
  const { body } = report.views.find(fits) ?? report.views[0];
  queueMicrotask(() => { handlers.config(body); handlers.data(body); });
  return { close() {} };
}
