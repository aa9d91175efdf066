// The lists under the draft: what was decided, and what is silenced since the page came; each can be taken back.

import { inWords, valueOf } from "./silence.js";

const byId = (id) => document.getElementById(id);
const short = (words) => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

/** Draw both lists, and the inputs that carry this draft's silences to the next check. */
export function drawDecided(decisions, takeBack) {
  const { steps, report } = decisions;
  const silences = steps.filter((step) => step.act === "silence");
  const others = steps.filter((step) => step.act !== "silence");
  byId("decided").hidden = others.length === 0;
  byId("decided-list").replaceChildren(...others.map((step) => item(said(step, report), "Take back", () => takeBack(step), labelOf(step))));

  const list = byId("silenced-list");
  for (const old of list.querySelectorAll("[data-new]")) old.remove();
  const made = silences.map((step) => {
    const line = item(titled(step, report), "Flag again", () => takeBack(step));
    line.dataset.new = "";
    return line;
  });
  list.append(...made);
  byId("silenced").hidden = list.children.length === 0;
  byId("silences").replaceChildren(...silences.filter(({ silence }) => silence.scope === "draft").map(({ silence }) => input(valueOf(silence))));
}

function said({ act, flag, choice, form, edits, left }, report) {
  if (act === "unify") return `${form} everywhere: ${edits.length} ${edits.length === 1 ? "place" : "places"}${left.length ? `, ${left.length} left inside quotation marks` : ""}`;
  const { text, suggestions, message } = report.flags[flag];
  return act === "accept" ? `${short(text)} → ${short(suggestions[choice].replacement) || "taken out"}` : `Dismissed: ${message}`;
}

function titled({ silence }, report) {
  const flag = report.flags.find((each) => each.rule === silence.rule);
  return inWords(silence, flag?.title || silence.rule);
}

function labelOf({ flag, form }) {
  return flag === undefined ? `Take back ${form} everywhere` : `Take back the decision on flag ${flag + 1}`;
}

function item(sentence, label, act, spoken = `${label}: ${sentence}`) {
  const line = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = sentence;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small";
  button.textContent = label;
  button.setAttribute("aria-label", spoken);
  button.addEventListener("click", act);
  line.append(words, button);
  return line;
}

function input(value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name: "silence", value });
}
