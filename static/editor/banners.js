// Sentences told above the draft (somebody else writes) or quietly below it (the server is away), each under a name by
// which it is taken back.

import { byId, h, say } from "./dom.js";

/** Show a sentence with buttons [label, act]; the same name replaces. */
export function banner(name, sentence, buttons = [], { wrong = false, below = false } = {}) {
  const made = h(
    "div",
    { class: `told banner${wrong ? " told--wrong" : ""}`, "data-banner": name },
    h("span", {}, sentence),
    buttons.map(([label, act]) => h("button", { type: "button", class: "button button--small", onclick: act }, label)),
  );
  const before = find(name);
  if (before?.textContent === made.textContent) return;
  if (before) before.replaceWith(made);
  else byId(below ? "foot-banners" : "banners").append(made);
  say(sentence);
}

export function unbanner(name) {
  find(name)?.remove();
}

const find = (name) => byId("desk").querySelector(`[data-banner="${name}"]`);
