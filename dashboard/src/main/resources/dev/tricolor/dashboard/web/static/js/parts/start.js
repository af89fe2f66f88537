import { el } from "../dom.js";

/** What to do where there is nothing to show yet. */
export function start() {
  const url = location.origin;
  const step = (what, command) => [el("p", {}, what), el("pre", {}, el("code", {}, command))];
  return el("section", { class: "panel start" },
    el("h2", {}, "No session yet"),
    ...step("One short workload under every collector of every JDK found here, side by side:", "./tricolor demo"),
    ...step("Your own application, from its start:", `java -javaagent:tricolor-agent.jar=${url} -jar your-app.jar`),
    ...step("A JVM that runs already:", "./tricolor attach"),
    ...step("A canned workload under collectors of your choice:", "./tricolor run churn --gc g1,zgc --jdk 17,25"),
    el("p", {}, "This page fills by itself as soon as the first bytes come."));
}
