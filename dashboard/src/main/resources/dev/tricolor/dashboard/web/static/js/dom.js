/** `el("p", {class: "x", onclick: f}, "text", child)`: an element. Text is text, never HTML. */
export function el(tag, props = {}, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(props)) {
    if (v === undefined || v === null || v === false) continue;
    if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else if (k === "colour") e.style.background = v;
    else e.setAttribute(k, v === true ? "" : v);
  }
  e.append(...children.filter(c => c !== null && c !== undefined));
  return e;
}

/** The swatch of a collector or a series. */
export const swatch = colour => el("span", { class: "sw", colour });
