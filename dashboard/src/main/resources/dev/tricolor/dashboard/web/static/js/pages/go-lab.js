import { el } from "../dom.js";
import "../parts/header.js";
import { Marking } from "../lab/marking.js";
import { PacerLab } from "../lab/pacer.js";
import { WhatIf } from "../lab/what-if.js";

const main = document.getElementById("main");
main.classList.add("lab");
const [marking, pacer, whatIf] = [el("div", {}), el("div", {}), el("div", {})];
main.replaceChildren(
  el("h1", {}, "Go lab"),
  el("p", { class: "lead" }, "How a collector finds garbage while the program goes on changing the heap; when it begins and what it costs; and what Go's one knob would have done with a process that you recorded."),
  el("h2", { class: "part" }, "Three colours"),
  el("p", { class: "lead" }, "The collector starts at the roots, stacks and globals, and follows pointers. What it has not seen is white, what waits is grey, what is done is black. When nothing is grey, white is garbage. Go's collector does this beside the running program, without moving objects and without generations."),
  marking,
  el("h2", { class: "part" }, "The pacer"),
  el("p", { class: "lead" }, "A cycle costs about as much as there is to mark. GOGC says how much the program may allocate, in percent of what is live, before the next one has ended: twice the GOGC is about half the cost, and more memory. The pacer begins early enough to be done at the goal; a memory limit lowers the goal."),
  pacer,
  el("h2", { class: "part", id: "what-if-part" }, "What if"),
  el("p", { class: "lead" }, "A recorded session at other values of the knob, from its measured live set, allocation rate and cost of one collection."),
  whatIf);

const lab = new Marking(marking);
new PacerLab(pacer);
new WhatIf(whatIf);
// For the test that measures frames, and for a look from the console.
window.tricolorLab = lab;
