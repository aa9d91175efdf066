// Find and replace: a bar above the draft; matches are decorations.

import { Decoration, DecorationSet, Plugin, PluginKey, TextSelection, closeHistory } from "../vendor/prosemirror.js";
import { byId, count, reveal, say } from "./dom.js";
import { eachBlock, schema, textOf } from "./schema.js";

const key = new PluginKey("find");
const NOTHING = { query: null, matches: [], at: -1, drawn: DecorationSet.empty };

export function findMatches() {
  return new Plugin({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, before) {
        const change = tr.getMeta(key);
        if (!change && !(tr.docChanged && before.query)) return before;
        const now = { ...before, ...change };
        if (!now.query) return NOTHING;
        const matches = matchesIn(tr.doc, now.query);
        const at = Math.min(now.at, matches.length - 1);
        return { ...now, matches, at, drawn: DecorationSet.create(tr.doc, matches.map((m, i) => Decoration.inline(m.from, m.to, { class: i === at ? "found is-found" : "found" }))) };
      },
    },
    props: { decorations: (state) => key.getState(state).drawn },
  });
}

function matchesIn(doc, { text, whole, exact }) {
  if (!text) return [];
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(whole ? `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])` : escaped, exact ? "gu" : "giu");
  const matches = [];
  eachBlock(doc, (node, pos) => {
    for (const { 0: words, index } of textOf(node).matchAll(pattern)) matches.push({ from: pos + 1 + index, to: pos + 1 + index + words.length });
  });
  return matches;
}

export class Finder {
  constructor(view) {
    this.view = view;
    this.bar = byId("findbar");
    this.what = byId("find-what");
    this.with = byId("find-with");
    for (const field of [this.what, byId("find-exact"), byId("find-whole")]) field.addEventListener("input", () => this.#look());
    this.bar.addEventListener("keydown", (event) => this.#key(event));
    byId("find-next").addEventListener("click", () => this.step(1));
    byId("find-previous").addEventListener("click", () => this.step(-1));
    byId("find-replace").addEventListener("click", () => this.replace());
    byId("find-all").addEventListener("click", () => this.replaceAll());
    byId("find-close").addEventListener("click", () => this.close());
  }

  get #state() {
    return key.getState(this.view.state);
  }

  /** Open with the words selected in the draft, if they stand in one paragraph. */
  open(replacing = false) {
    const { from, to, $from, $to } = this.view.state.selection;
    if (to > from && $from.sameParent($to) && to - from < 200) this.what.value = this.view.state.doc.textBetween(from, to, "", " ");
    this.bar.hidden = false;
    this.bar.dataset.from = from;
    (replacing && this.what.value ? this.with : this.what).focus();
    (replacing && this.what.value ? this.with : this.what).select();
    this.#look();
  }

  close() {
    this.bar.hidden = true;
    const { matches, at } = this.#state;
    const { tr, doc } = this.view.state;
    if (matches[at]) tr.setSelection(TextSelection.create(doc, matches[at].from, matches[at].to));
    this.view.dispatch(tr.setMeta(key, { query: null }));
    this.view.focus();
  }

  step(by) {
    if (this.bar.hidden) return this.open();
    const { matches, at } = this.#state;
    if (matches.length) this.#go((at + by + matches.length) % matches.length);
  }

  replace() {
    const { matches, at } = this.#state;
    if (!matches[at] || !this.view.editable) return;
    this.#put([matches[at]]);
    this.#go(Math.min(Math.max(at, 0), this.#state.matches.length - 1));
  }

  replaceAll() {
    const { matches } = this.#state;
    if (!matches.length || !this.view.editable) return;
    this.#put(matches);
    byId("find-count").textContent = `${count(matches.length, "place")} replaced`;
    say(`${count(matches.length, "place")} replaced.`);
  }

  #put(matches) {
    const tr = closeHistory(this.view.state.tr);
    for (const { from, to } of matches.toReversed()) {
      const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
      if (this.with.value) tr.replaceWith(from, to, schema.text(this.with.value, marks));
      else tr.delete(from, to);
    }
    this.view.dispatch(tr);
    this.view.dispatch(closeHistory(this.view.state.tr));
  }

  #look() {
    const query = { text: this.what.value, exact: byId("find-exact").checked, whole: byId("find-whole").checked };
    this.view.dispatch(this.view.state.tr.setMeta(key, { query, at: -1 }));
    const start = Number(this.bar.dataset.from);
    const { matches } = this.#state;
    const near = matches.findIndex((match) => match.to >= start);
    if (matches.length) this.#go(Math.max(near, 0));
    else this.#tell();
  }

  #go(at) {
    this.view.dispatch(this.view.state.tr.setMeta(key, { at }));
    const found = this.view.dom.querySelector(".is-found");
    if (found) reveal(found);
    this.#tell();
  }

  #tell() {
    const { matches, at } = this.#state;
    const words = !this.what.value ? "" : matches.length ? `${at + 1} of ${matches.length}` : "Not found";
    byId("find-count").textContent = words;
    if (words) say(words);
  }

  #key(event) {
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && event.target === this.what) this.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && event.target === this.with) this.replace();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
