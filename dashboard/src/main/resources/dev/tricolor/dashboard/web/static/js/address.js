import { report } from "./source.js";

/** What the page shows, as its address holds it: in the query; in a file, which has none, after the #. */
export const address = {
  get: () => new URLSearchParams(report ? location.hash.slice(1) : location.search),
  set(query) {
    if (report) history.replaceState(null, "", `#${query}`);
    else history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  },
};
