import { el } from "../dom.js";

const KEYS = [
  [["Tab"], "from panel to panel"],
  [["←", "→"], "move the cursor in all panels (with Shift: faster)"],
  [["+", "−"], "zoom in or out around the cursor"],
  [["drag"], "over a panel: zoom all to that stretch"],
  [["Esc"], "or double-click: back to the whole window"],
  [["Space"], "pause or resume"],
  [["1", "2", "3", "4"], "last 1, 5, 15 minutes, all"],
  [["i"], "what a panel shows, and by which instrument"],
  [["?"], "this help"],
];

let dialog = null;

export function showHelp() {
  if (!dialog) {
    dialog = el("dialog", { "aria-label": "Keyboard help" },
      el("h2", {}, "Keys"),
      el("dl", { class: "keys" }, ...KEYS.flatMap(([keys, what]) =>
        [el("dt", {}, ...keys.flatMap((k, i) => (i ? [" ", el("kbd", {}, k)] : [el("kbd", {}, k)]))), el("dd", {}, what)])),
      el("p", { class: "sub" }, "Sizes are binary: 1 MiB = 1,048,576 bytes, as in -Xmx."),
      el("form", { method: "dialog" }, el("button", { class: "chip on", autofocus: true }, "close")));
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

addEventListener("keydown", e => {
  if (e.key === "?" && !e.target.closest("input")) showHelp();
});
