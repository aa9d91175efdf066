// The cards beside the draft: one for each flag that is shown, level with its place, none on another.

import { settle } from "../check/margin.js";
import { drawEdit } from "./diff.js";
import { button, byId, h } from "./dom.js";
import { flagsOf, shownFlags } from "./flags.js";

const REASONS = ["Right as it stands", "Quoted words", "House exception", "Checked with the source"];

/** Draws cards. ``acts`` has accept(id), dismiss(id), learn(id, word), go(id), reason(id, words), takeBack(id). */
export class Cards {
  constructor(view, acts) {
    this.view = view;
    this.acts = acts;
    this.notes = byId("notes");
    this.drawn = new Map(); // flag id -> {flag, element}
    this.choices = new Map(); // flag id -> index of the chosen edit
    this.lately = null; // the flag that was dismissed last, which may be given a reason
    this.wide = matchMedia("(min-width: 62rem)");
    this.notes.addEventListener("click", (event) => this.#click(event));
    this.notes.addEventListener("focusin", (event) => this.#chosen(event));
  }

  /** Bring the cards in line with the flags of the editor's state. */
  draw() {
    const { state } = this.view;
    const { current, view } = flagsOf(state);
    const hadFocus = this.notes.contains(document.activeElement);
    const shown = view === "flags" ? shownFlags(state) : [];
    const wanted = new Set(shown.map((flag) => flag.id));
    if (this.lately) wanted.add(this.lately.id);
    for (const [id, { element }] of this.drawn) {
      if (wanted.has(id)) continue;
      element.remove();
      this.drawn.delete(id);
    }
    const slips = this.lately && view === "flags" ? [this.lately] : [];
    const inOrder = [...shown, ...slips.filter((slip) => !shown.some((flag) => flag.id === slip.id))].sort((a, b) => a.from - b.from || b.to - a.to);
    let last = null;
    for (const flag of inOrder) {
      const element = this.#element(flag, state.doc);
      if ((last ? last.nextSibling : this.notes.firstChild) !== element) last ? last.after(element) : this.notes.prepend(element);
      element.classList.toggle("is-current", flag.id === current);
      const why = element.querySelector(".card__why");
      if (why && this.wide.matches) why.open = flag.id === current;
      last = element;
    }
    this.place();
    // Where a check takes away the card that had the focus, it goes to the current one, or to the text.
    if (hadFocus && !this.notes.contains(document.activeElement)) (this.cardOf(current) ?? this.view).focus({ preventScroll: true });
  }

  /** Put each card level with its place; a card that is written anew keeps its place meanwhile. */
  place() {
    const galley = byId("galley");
    const { state } = this.view;
    const { current } = flagsOf(state);
    const cards = [...this.notes.children];
    if (!this.wide.matches) {
      for (const card of cards) card.style.top = "";
      galley.style.minHeight = "";
      return;
    }
    const origin = galley.getBoundingClientRect().top;
    const marks = new Map([...this.view.dom.querySelectorAll("[data-flag]")].reverse().map((mark) => [mark.dataset.flag, mark]));
    const slip = this.lately && Math.min(this.lately.from, state.doc.content.size);
    const topOf = (id) => marks.get(id)?.getClientRects()[0]?.top ?? this.view.coordsAtPos(slip ?? 0, 1).top;
    const boxes = cards.map((card) => ({ card, wanted: Math.max(topOf(card.dataset.flag) - origin - 4, 0), height: card.offsetHeight }));
    const tops = settle(boxes, Math.max(boxes.findIndex(({ card }) => card.dataset.flag === current), 0));
    boxes.forEach(({ card }, i) => {
      card.style.top = `${Math.round(tops[i])}px`;
    });
    const last = boxes.length - 1;
    galley.style.minHeight = boxes.length ? `${Math.ceil(tops[last] + boxes[last].height + 10)}px` : "";
  }

  choiceOf(flag) {
    return Math.min(this.choices.get(flag.id) ?? 0, flag.suggestions.length - 1);
  }

  choose(flag, choice) {
    this.choices.set(flag.id, choice);
    const radio = this.drawn.get(flag.id)?.element.querySelector(`[data-choice="${choice}"]`);
    if (radio) radio.checked = true;
  }

  cardOf(id) {
    return this.drawn.get(id)?.element;
  }

  // A card is drawn again only where what it says has changed: a moved flag keeps its card, and the focus in it.
  #element(flag, doc) {
    const before = this.drawn.get(flag.id);
    const dismissed = this.lately?.id === flag.id;
    const key = dismissed ? "slip" : JSON.stringify([flag.severity, flag.message, flag.note, flag.suggestions.map((s) => [s.from - flag.from, s.to - s.from, s.replacement])]);
    if (before?.key === key) return before.element;
    const element = dismissed ? this.#slip(flag) : this.#card(flag, doc);
    const hadFocus = before?.element.contains(document.activeElement);
    before?.element.replaceWith(element);
    if (hadFocus) element.focus({ preventScroll: true });
    this.drawn.set(flag.id, { key, element });
    return element;
  }

  #card(flag, doc) {
    const what = `what-${flag.id}`;
    return h(
      "article",
      { class: `card card--${flag.severity}${flag.suggestions.length ? "" : " card--question"}`, "data-flag": flag.id, tabindex: "-1", "aria-labelledby": what },
      h("header", { class: "card__head" }, h("span", { class: "card__category" }, flag.category_title), h("span", { class: "card__severity" }, flag.severity)),
      h("h3", { class: "card__what", id: what }, flag.message),
      this.#edits(flag, doc),
      flag.note && h("p", { class: "card__note" }, flag.note),
      this.#why(flag),
      h(
        "div",
        { class: "card__acts" },
        flag.suggestions.length > 0 && h("button", { type: "button", class: "button button--small button--accept", "data-act": "accept" }, "Accept"),
        h("button", { type: "button", class: "button button--small", "data-act": "dismiss" }, "Dismiss"),
        flag.learnable && h("button", { type: "button", class: "button button--small", "data-act": "learn", "data-word": flag.learnable }, "Add to word list"),
        h("button", { type: "button", class: "button button--small button--go", "data-act": "go" }, "Show in the text"),
        h("button", { type: "button", class: "button button--small button--close", "data-act": "close" }, "Close"),
      ),
    );
  }

  #edits(flag, doc) {
    const [only, ...more] = flag.suggestions;
    if (!only) return null;
    if (!more.length) return h("p", { class: "card__edit" }, drawEdit(doc, only));
    const chosen = this.choiceOf(flag);
    return h(
      "fieldset",
      { class: "card__edit choices", onchange: (event) => this.choices.set(flag.id, Number(event.target.dataset.choice)) },
      h("legend", { class: "unseen" }, `Choose an edit: ${flag.message}`),
      flag.suggestions.map((edit, i) =>
        h("label", { class: "choice" }, h("input", { type: "radio", name: `edit-${flag.id}`, "data-choice": i, checked: i === chosen }), h("span", {}, drawEdit(doc, edit))),
      ),
    );
  }

  #why(flag) {
    if (!flag.why && !flag.source) return null;
    return h(
      "details",
      { class: "card__why" },
      h("summary", {}, "Why"),
      flag.why && h("p", {}, flag.why),
      h("p", { class: "card__source" }, flag.source || flag.title, flag.rule_url && " · ", flag.rule_url && h("a", { href: flag.rule_url, target: "_blank" }, "the rule")),
    );
  }

  // What a card leaves behind when it is dismissed: room for a reason, until the next decision.
  #slip(flag) {
    const reasons = `reasons-${flag.id}`;
    return h(
      "article",
      { class: "card card--slip", "data-flag": flag.id, tabindex: "-1", "aria-label": `Dismissed: ${flag.message}` },
      h("p", { class: "card__what" }, "Dismissed. ", h("span", { class: "card__was" }, flag.message)),
      h(
        "div",
        { class: "card__acts" },
        h("input", { class: "card__reason", "aria-label": "Why, if you like", placeholder: "Why, if you like", maxlength: 300, list: reasons, autocomplete: "off", onchange: (event) => this.acts.reason(flag.id, event.target.value) }),
        h("datalist", { id: reasons }, REASONS.map((reason) => h("option", { value: reason }))),
        button("Take back", () => this.acts.takeBack(flag.id)),
      ),
    );
  }

  #click(event) {
    const card = event.target.closest(".card");
    const act = event.target.closest("[data-act]");
    if (!card) return;
    const id = card.dataset.flag;
    if (act) this.acts[act.dataset.act](id, act.dataset.word);
    else if (!event.target.closest("a, summary, label, input, button")) this.acts.light(id);
  }

  // Focus by a pointer is followed by a click; a card that grew under it would take the button away from it.
  #chosen(event) {
    if (!event.target.matches(":focus-visible")) return;
    const id = event.target.closest(".card")?.dataset.flag;
    if (id && id !== flagsOf(this.view.state).current) this.acts.light(id);
  }
}
