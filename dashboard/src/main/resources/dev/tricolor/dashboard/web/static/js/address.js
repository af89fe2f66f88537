/** What the page shows, as its address holds it. */
export const address = {
  get: () => new URLSearchParams(location.search),
  set: query => history.replaceState(null, "", query.size ? `?${query}` : location.pathname),
};
