import { el } from "../dom.js";

let count = 0;

/** A labelled control with a hint and room for an error; `name` is what the server calls it. */
export function field(name, label, control, hint = "") {
  const id = `field-${++count}`;
  const notes = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(" ");
  if (control.matches("input, select")) {
    control.id = id;
    control.setAttribute("aria-describedby", notes);
  }
  return el("div", { class: "field", "data-field": name },
    control.matches("input, select") ? el("label", { for: id }, label) : el("span", { class: "label" }, label),
    control,
    hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    el("p", { class: "error", id: `${id}-error`, role: "alert", hidden: true }));
}

/** Takes back every error under this element. */
export function clearErrors(root) {
  for (const p of root.querySelectorAll(".error")) p.hidden = true;
  for (const c of root.querySelectorAll("[aria-invalid]")) c.removeAttribute("aria-invalid");
}

/** Says what is wrong beside its field; false where there is no such field. */
export function showError(root, name, text) {
  const at = name ? root.querySelector(`[data-field~="${CSS.escape(name)}"]`) : null;
  if (!at) return false;
  const error = at.querySelector(".error");
  error.textContent = text;
  error.hidden = false;
  at.closest("details")?.setAttribute("open", "");
  const control = at.querySelector("input, select, button");
  control?.setAttribute("aria-invalid", "true");
  control?.focus();
  return true;
}
