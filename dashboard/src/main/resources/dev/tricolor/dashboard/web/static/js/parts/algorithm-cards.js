import { ask } from "../api.js";
import { el, swatch } from "../dom.js";

const ROWS = [
  ["generational", "Generations"], ["moving", "Moves objects"], ["loadBarrier", "Load barrier"], ["storeBarrier", "Store barrier"],
  ["stops", "Stops the world"], ["concurrent", "Beside the application"], ["pays", "Who pays"], ["references", "References"],
  ["sizing", "Heap size"],
];

const fromDashboard = async () => (await ask("/api/algorithms")).algorithms;

/** With more, the page would be mostly cards. */
const MOST_OPEN = 3;

/** What each collector is: the cards of those shown first, open where they are few, then the others, folded. `show(ids)` says which are shown. */
export function algorithmCards(load = fromDashboard) {
  const shown = el("div", { class: "cards" });
  const rest = el("div", { class: "cards" });
  const section = el("section", { class: "algorithms", "aria-label": "The algorithms", hidden: true },
    el("h2", {}, "The algorithms ", el("small", {}, "what each collector does, and who pays for it")), shown, rest);
  let cards = null;
  let told = "";
  section.show = async ids => {
    const state = [...new Set(ids)].sort().join();
    if (state === told) return;
    told = state;
    cards ??= load();
    let all;
    try {
      all = await cards;
    } catch {
      cards = null; // the next change asks again
      told = "";
      return;
    }
    if (state !== told) return; // meanwhile it has changed
    shown.replaceChildren(...all.filter(a => ids.includes(a.id)).map((a, i, those) => card(a, those.length <= MOST_OPEN)));
    rest.replaceChildren(...all.filter(a => !ids.includes(a.id)).map(a => card(a, false)));
    section.hidden = false;
  };
  return section;
}

function card(a, open) {
  return el("details", { class: "panel card", id: `card-${a.id}`, open },
    el("summary", {}, swatch(a.colour), el("b", {}, a.name), el("span", {}, a.gist)),
    el("dl", {},
      ...ROWS.flatMap(([key, label]) => [el("dt", {}, label), el("dd", {}, a[key])]),
      el("dt", {}, "Chosen by"), el("dd", {}, a.flag),
      el("dt", {}, "Knobs"), el("dd", {}, list(a.knobs, k => [el("code", {}, k.name), ` ${k.what}`])),
      el("dt", {}, "Look at"), el("dd", {}, list(a.look, l => [el("b", {}, l.figure), `: ${l.why}`])),
      el("dt", {}, "Sources"), el("dd", {}, list(a.sources, s => [s.url ? el("a", { href: s.url, rel: "noreferrer" }, s.text) : s.text]))));
}

const list = (items, words) => el("ul", {}, ...items.map(i => el("li", {}, ...words(i))));
