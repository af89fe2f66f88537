import { toggleTheme } from "../colours.js";
import { el } from "../dom.js";
import { report } from "../source.js";
import { showHelp } from "./help.js";

const PAGES = [["contrast", "Contrast", "/"], ["sessions", "Sessions", "/sessions"], ["workloads", "Workloads", "/workloads"],
  ["go-lab", "Go lab", "/go-lab"]];

/** The bar on top: where one is, and how live what one sees is. */
class Header extends HTMLElement {
  connectedCallback() {
    const page = this.getAttribute("page");
    const current = page === "session" ? "sessions" : page;
    this.status = el("span", { class: "state", hidden: true });
    this.observer = el("span", { class: "observer", hidden: true });
    this.append(el("header", { class: "bar" },
      el("a", { class: "mark", href: report ? null : "/", "aria-label": "Tricolor" },
        el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")), "tricolor"),
      report ? el("nav", {}, el("span", {}, `report of run ${report.run}`)) : el("nav", { "aria-label": "Pages" }, ...PAGES.map(([id, label, href]) =>
        el("a", { href, "aria-current": id === current ? "page" : null }, label))),
      el("span", { class: "right" }, this.status, this.observer,
        el("span", {},
          el("button", { class: "plain", title: "Keyboard help (?)", "aria-label": "Keyboard help", onclick: showHelp }, "?"),
          el("button", { class: "plain", title: "Light or dark", "aria-label": "Light or dark", onclick: toggleTheme }, "◐")))));
  }

  /** `state` is live, ended, lost or none. */
  say(state, text, observer = "") {
    this.status.className = `state ${state}`;
    this.status.textContent = text;
    this.status.hidden = !text;
    this.observer.textContent = observer;
    this.observer.hidden = !observer;
  }
}
customElements.define("tricolor-header", Header);

export const header = () => document.querySelector("tricolor-header");
