// The palette finds an action by its name and does it; the sheet shows all keys; both read the table of actions.

import { rememberIn, typing } from "../check/single_keys.js";
import { byId, h, say } from "./dom.js";
import { matches, shown } from "./shortcuts.js";

const isOn = (action) => !action.when || action.when();

/** Keys drawn as kbd elements. */
export function drawKeys(written) {
  return shown(written).flatMap((name, i) => [i ? " " : "", h("kbd", {}, name)]);
}

export class Palette {
  constructor(actions) {
    this.actions = actions;
    this.dialog = byId("palette");
    this.input = byId("palette-input");
    this.list = byId("palette-list");
    this.sheet = byId("keys");
    this.box = byId("keys-on");
    rememberIn(this.box);
    this.input.addEventListener("input", () => this.#draw());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("click", (event) => this.#do(event.target.closest("[role=option]")));
    this.dialogs = [...document.querySelectorAll("dialog")];
    for (const dialog of this.dialogs) {
      dialog.addEventListener("click", (event) => (event.target === dialog || event.target.matches("[data-close]")) && dialog.close());
    }
    document.addEventListener("keydown", (event) => this.#press(event), true);
    this.#drawSheet();
    this.#nameButtons();
  }

  open() {
    this.input.value = "";
    this.dialog.showModal();
    this.#draw();
  }

  openSheet() {
    this.sheet.showModal();
  }

  // A key anywhere on the page. In a dialog or while a palette is open, keys are the dialog's own.
  #press(event) {
    if (event.defaultPrevented || this.dialogs.some((dialog) => dialog.open)) return;
    const single = this.box.checked && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const action = this.actions.find((each) => each.keys.some((key) => matches(event, key)) || (single && each.single && each.single === event.key));
    if (!action || (event.target.closest("#findbar") && action.group === "Text")) return;
    event.preventDefault();
    event.stopPropagation();
    if (isOn(action)) action.run();
  }

  #draw() {
    const words = this.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.actions.filter((action) => isOn(action) && words.every((word) => `${action.group} ${action.title}`.toLowerCase().includes(word)));
    this.list.replaceChildren(
      ...found.map((action, i) =>
        h("li", { role: "option", id: `action-${action.id}`, "data-action": action.id, "aria-selected": String(i === 0) }, h("span", {}, action.title), h("span", { class: "palette__key" }, drawKeys(action.keys[0])))),
    );
    byId("palette-none").hidden = found.length > 0;
    this.#choose(0);
  }

  #choose(index) {
    const options = [...this.list.children];
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    this.input.setAttribute("aria-activedescendant", options[index]?.id ?? "");
    options[index]?.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const options = [...this.list.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && options.length) this.#choose((at + by + options.length) % options.length);
    else if (event.key === "Enter") this.#do(options[at]);
    else return;
    event.preventDefault();
  }

  #do(option) {
    if (!option) return say("Nothing by that name.");
    this.dialog.close();
    this.actions.find((action) => action.id === option.dataset.action).run();
  }

  #drawSheet() {
    const groups = [...new Set(this.actions.map((action) => action.group))];
    byId("keys-list").replaceChildren(
      ...groups.map((group) =>
        h("section", {}, h("h3", {}, group), h("dl", {}, this.actions.filter((action) => action.group === group).map((action) =>
          h("div", {}, h("dt", {}, action.keys.flatMap((key, i) => [i ? h("span", { class: "or" }, " or ") : "", ...drawKeys(key)]), action.single && h("span", { class: "or" }, " or "), action.single && h("kbd", {}, action.single)), h("dd", {}, action.title)))))),
    );
  }

  // A button that does an action of the table says its key, and a text that names one shows it.
  #nameButtons() {
    for (const place of document.querySelectorAll("[data-key-of]")) {
      place.replaceChildren(...drawKeys(this.actions.find((each) => each.id === place.dataset.keyOf).keys[0]));
    }
    for (const button of document.querySelectorAll("button[data-action]")) {
      const action = this.actions.find((each) => each.id === button.dataset.action);
      button.title = `${button.getAttribute("aria-label") ?? action.title.replace(" …", "")} (${shown(action.keys[0]).join("+")})`;
      button.addEventListener("click", () => isOn(action) && action.run());
    }
  }
}
