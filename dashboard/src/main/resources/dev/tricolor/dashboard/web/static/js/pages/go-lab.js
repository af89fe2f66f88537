import { el } from "../dom.js";
import "../parts/header.js";
import { Marking } from "../lab/marking.js";

const main = document.getElementById("main");
main.classList.add("lab");
const marking = el("div", {});
main.replaceChildren(
  el("h1", {}, "Go lab"),
  el("p", { class: "lead" }, "How a collector finds garbage while the program goes on changing the heap; when it begins and what it costs; and what Go's one knob would have done with a process that you recorded."),
  el("h2", { class: "part" }, "Three colours"),
  el("p", { class: "lead" }, "The collector starts at the roots, stacks and globals, and follows pointers. What it has not seen is white, what waits is grey, what is done is black. When nothing is grey, white is garbage. Go's collector does this beside the running program, without moving objects and without generations."),
  marking);

const lab = new Marking(marking);
// For a look from the console, and for the test that measures frames.
window.tricolorLab = lab;
