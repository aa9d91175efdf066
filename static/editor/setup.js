// How the draft is checked: house style, English, the dateline's date, and what it was written from.

import { byId, h } from "./dom.js";

export class Setup {
  constructor(choices, titles, changed) {
    this.choices = { style: "ap", dialect: "", date: "", sources: [], ...choices };
    this.titles = titles;
    this.dialog = byId("setup-dialog");
    this.form = this.dialog.querySelector("form");
    this.list = byId("setup-sources");
    byId("setup-add").addEventListener("click", () => this.#addSource().querySelector("input").focus());
    this.form.addEventListener("submit", () => {
      this.choices = this.#read();
      this.draw();
      changed();
    });
    this.draw();
  }

  set(choices) {
    this.choices = { ...this.choices, ...choices };
    this.draw();
  }

  draw() {
    const { style, dialect, date, sources } = this.choices;
    const day = date && new Date(`${date}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
    const english = { "en-US": "American English", "en-GB": "British English" }[dialect];
    const words = [this.titles[style] ?? style, english, day, sources.length && `${sources.length} ${sources.length === 1 ? "source" : "sources"}`];
    byId("setup").textContent = words.filter(Boolean).join(" · ");
  }

  open() {
    const { style, dialect, date, sources } = this.choices;
    for (const radio of this.form.querySelectorAll("[name=style]")) radio.checked = radio.value === style;
    this.form.elements.dialect.value = dialect;
    this.form.elements.date.value = date;
    this.list.replaceChildren();
    for (const source of sources) this.#addSource(source);
    this.dialog.showModal();
  }

  #addSource({ name, text } = { name: "", text: "" }) {
    const number = this.list.children.length + 1;
    const row = h(
      "div",
      { class: "source" },
      h("div", { class: "field" }, h("label", { for: `source-name-${number}` }, `Name of source ${number}`), h("input", { id: `source-name-${number}`, value: name, placeholder: "Press release", autocomplete: "off" })),
      h("div", { class: "field" }, h("label", { for: `source-text-${number}` }, `Text of source ${number}`), h("textarea", { id: `source-text-${number}`, rows: 5, dir: "auto", spellcheck: "false" })),
    );
    row.querySelector("textarea").value = text;
    this.list.append(row);
    byId("setup-add").disabled = number >= 20;
    return row;
  }

  #read() {
    const { dialect, date } = this.form.elements;
    const style = this.form.querySelector("[name=style]:checked").value;
    const sources = [...this.list.children].map((row) => ({ name: row.querySelector("input").value.trim(), text: row.querySelector("textarea").value }));
    return { style, dialect: dialect.value, date: date.value, sources: sources.filter(({ text }) => text.trim()) };
  }
}
