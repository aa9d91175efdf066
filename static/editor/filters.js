// Which flags are shown: by severity, by category, or only those that need the person who writes.

import { byId, h } from "./dom.js";
import { flagsOf, isSafe } from "./flags.js";

export const SEVERITIES = ["must", "should", "may"];

/** Not decided by accepting all safe edits: there is no edit, more than one, or one that somebody has to look at. */
const needsPerson = (flag) => !isSafe(flag);

export class Filters {
  constructor(view, changed) {
    this.view = view;
    this.changed = changed;
    this.severities = new Set(SEVERITIES);
    this.category = "";
    this.needsMe = false;
    for (const severity of SEVERITIES) this.#buttonOf(severity).addEventListener("click", () => this.toggle(severity));
    byId("needs-me").addEventListener("click", () => this.toggleNeedsMe());
    byId("category").addEventListener("change", (event) => {
      this.category = event.target.value;
      changed();
    });
  }

  shows(flag) {
    if (!this.severities.has(flag.severity) || (this.category && flag.category !== this.category)) return false;
    return !this.needsMe || needsPerson(flag);
  }

  toggle(severity) {
    if (!this.severities.delete(severity)) this.severities.add(severity);
    this.#buttonOf(severity).setAttribute("aria-pressed", String(this.severities.has(severity)));
    this.changed();
  }

  toggleNeedsMe(on = !this.needsMe) {
    this.needsMe = on;
    byId("needs-me").setAttribute("aria-pressed", String(on));
    this.changed();
  }

  showAll() {
    for (const severity of SEVERITIES) if (!this.severities.has(severity)) this.toggle(severity);
    this.category = byId("category").value = "";
    this.toggleNeedsMe(false);
  }

  /** Draw counts of the flags that are open, and the categories they are of. */
  draw(isOpen) {
    const open = flagsOf(this.view.state).flags.filter(isOpen);
    for (const severity of SEVERITIES) {
      this.#buttonOf(severity).querySelector("b").textContent = String(open.filter((flag) => flag.severity === severity).length);
    }
    byId("needs-me").querySelector("b").textContent = String(open.filter(needsPerson).length);
    const titles = new Map(open.map((flag) => [flag.category, flag.category_title]));
    if (this.category && !titles.has(this.category)) titles.set(this.category, byId("category").selectedOptions[0].dataset.title);
    const options = [...titles].sort((a, b) => a[1].localeCompare(b[1]));
    const key = JSON.stringify(options);
    if (key === this.drawn) return open;
    this.drawn = key;
    byId("category").replaceChildren(
      h("option", { value: "" }, "All kinds"),
      ...options.map(([id, title]) => h("option", { value: id, selected: id === this.category, "data-title": title }, title)),
    );
    return open;
  }

  #buttonOf(severity) {
    return document.querySelector(`.tally[data-severity="${severity}"]`);
  }
}
