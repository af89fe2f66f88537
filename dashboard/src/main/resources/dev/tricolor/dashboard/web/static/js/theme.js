// Runs before the first paint, so that a chosen theme never flashes. The system's choice holds until one is made here.
(() => {
  const chosen = localStorage.getItem("tricolor.theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
})();
