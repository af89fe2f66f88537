import { el } from "../dom.js";

/** Says something for some seconds, with a way back. Resolves to true where the time ran out, false where it was undone. */
export function undoable(text, seconds) {
  return new Promise(resolve => {
    const toast = el("div", { class: "toast", role: "status" }, text,
      el("button", { onclick: () => done(false) }, "Undo"));
    const timer = setTimeout(() => done(true), seconds * 1000);
    // Leaving the page is no undo: what was asked for is done at once.
    const leave = () => done(true);
    addEventListener("pagehide", leave);
    function done(go) {
      clearTimeout(timer);
      removeEventListener("pagehide", leave);
      toast.remove();
      resolve(go);
    }
    document.body.append(toast);
  });
}

export function say(text, seconds = 6) {
  const toast = el("div", { class: "toast", role: "alert" }, text);
  document.body.append(toast);
  setTimeout(() => toast.remove(), seconds * 1000);
}
