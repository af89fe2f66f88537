import { ask } from "../api.js";
import { el } from "../dom.js";
import { bytes, value } from "../format.js";

/** What a recorded session would have cost at other values of GOGC. */
export class WhatIf {
  constructor(host) {
    this.query = new URLSearchParams(location.search);
    this.session = el("select", { id: "what-if-session", onchange: () => this.ask() });
    this.share = el("input", { type: "number", id: "what-if-share", min: 0.1, max: 99, step: 0.1, value: 5, onchange: () => this.ask() });
    this.body = el("div", { id: "what-if" });
    host.append(el("section", { class: "panel", "aria-label": "What if" },
      el("div", { class: "lab-controls" },
        el("label", { for: this.session.id }, "session ", this.session),
        el("label", { for: this.share.id }, "heap for ", this.share, " % GC CPU")),
      this.body));
    this.list();
  }

  async list() {
    const { sessions } = await ask("/api/sessions").catch(() => ({ sessions: [] }));
    if (sessions.length === 0) {
      this.body.replaceChildren(el("p", { class: "why" }, "No session is recorded yet. Attach to a process or run a workload, then come back: ./tricolor demo."));
      return;
    }
    this.session.append(...sessions.map(({ session: s }) => el("option", { value: s.id }, `${s.name} · ${s.heading.collector} · pid ${s.pid}`)));
    const wanted = this.query.get("session");
    if (sessions.some(({ session }) => session.id === wanted)) {
      this.session.value = wanted;
      document.getElementById("what-if-part").scrollIntoView();
    }
    this.ask();
  }

  async ask() {
    try {
      this.show(await ask(`/api/sessions/${this.session.value}/what-if?share=${encodeURIComponent(this.share.value)}`));
    } catch (e) {
      this.body.replaceChildren(el("p", { class: "why" }, e.message));
    }
  }

  show({ session, whatIf, forGcShare }) {
    const { model, gogcNow, measuredGcShare, rows, assumptions } = whatIf;
    const said = model.missing
      ? el("p", { class: "why" }, `GC CPU is not foretold for ${session.name}: ${model.missing}.${gogcNow.missing ? "" : ` ${now(gogcNow)}.`}${rows.length ? " What the heap would be follows from the live set alone." : ""}`)
      : el("p", { class: "lead" }, `By ${model.value}. ${now(gogcNow)}${measuredGcShare.missing ? "" : `, at ${value(measuredGcShare.value, "share")} GC CPU as measured`}.`);
    const wanted = model.missing ? null : el("p", { id: "what-if-answer" }, forGcShare.missing
      ? `For ${this.share.value} % GC CPU: not available: ${forGcShare.missing}.`
      : `For ${this.share.value} % GC CPU the heap would have to be ${bytes(forGcShare.value.heapBytes)} (GOGC ${Math.round(forGcShare.value.gogc)}).`);
    const at = gogcNow.value;
    const nearest = at === undefined ? -1 : rows.reduce((b, r, i) => (Math.abs(Math.log(r.gogc / at)) < Math.abs(Math.log(rows[b].gogc / at)) ? i : b), 0);
    const cell = (v, unit) => (v === null || v === "NaN" ? el("td", { class: "missing" }, "–") : el("td", {}, value(v, unit)));
    const table = rows.length ? el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "By GOGC" }, el("table", {},
      el("thead", {}, el("tr", {}, ...["GOGC", "heap grows to", "GC CPU", "collections a second"].map(h => el("th", { scope: "col" }, h)))),
      el("tbody", {}, ...rows.map((r, i) => el("tr", { class: i === nearest ? "now" : null },
        el("td", {}, String(r.gogc), i === nearest ? el("span", { class: "n" }, ` nearest to now (${Math.round(at)})`) : null),
        cell(r.heapBytes, "bytes"), cell(r.gcShare, "share"), cell(r.cyclesPerSecond, "")))))) : null;
    this.body.replaceChildren(...[said, wanted, table, el("ul", { class: "notes" }, ...assumptions.map(a => el("li", {}, a)))].filter(Boolean));
  }
}

function now(gogc) {
  return gogc.missing ? `Where it stands now is not available: ${gogc.missing}` : `It stands at GOGC ${Math.round(gogc.value)} (${gogc.instrument})`;
}
