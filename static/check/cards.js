// The cards: which are shown, which is current, which edit is chosen on each, and what stands behind each.

import { faces, likesOf, othersLike } from "./alike.js";
import { place, unplace } from "./margin.js";

export class Cards {
  constructor(galley, decisions) {
    this.galley = galley;
    this.decisions = decisions;
    this.#takeOutOfOneAnother();
    this.all = [...galley.querySelectorAll(".card")];
    this.opened = new Set(); // the first flags of groups whose "more like this" the person opened
    this.drawn = new Map();
    galley.addEventListener("toggle", (event) => this.#remember(event.target), true);
  }

  of(flag) {
    return document.getElementById(`flag-${flag + 1}`);
  }

  /** The flags whose cards are shown, of those given. */
  faces(flags, current) {
    return faces(this.decisions.report, flags, current);
  }

  choiceOf(flag) {
    const chosen = this.of(flag)?.querySelector("[data-choice]:checked");
    return chosen ? Number(chosen.dataset.choice) : 0;
  }

  choose(flag, choice) {
    const radio = this.of(flag)?.querySelector(`[data-choice="${choice}"]`);
    if (radio) radio.checked = true;
    return Boolean(radio);
  }

  draw(open, current, wide) {
    const shown = new Set(this.faces(open, current));
    for (const card of this.all) {
      const flag = Number(card.dataset.flag);
      card.hidden = !shown.has(flag);
      card.classList.toggle("is-current", flag === current);
      // With room, the current card says why; without, that is for the person to open.
      if (wide) card.querySelector(".card__why").open = flag === current;
      const accept = card.querySelector('.card__acts > [data-act="accept"]');
      if (accept) accept.disabled = !this.decisions.canAccept(flag, this.choiceOf(flag));
      if (!card.hidden) this.#drawLikes(card, flag, othersLike(this.decisions.report, open, flag));
    }
  }

  /** Set each card level with its place where there is room beside the text. */
  place(current, beside) {
    if (beside) place(this.galley, this.all.filter((card) => !card.hidden), current);
    else unplace(this.galley, this.all);
  }

  #drawLikes(card, flag, others) {
    const box = card.querySelector("[data-likes]");
    const key = others.map((other) => `${other}${this.decisions.canAccept(other)}`).join();
    box.hidden = others.length === 0;
    if (this.drawn.get(flag) === key) return;
    this.drawn.set(flag, key);
    const group = this.decisions.report.flags[flag].alike;
    box.replaceChildren(...(others.length ? likesOf(this.decisions, flag, others, this.opened.has(group)) : []));
  }

  #remember(details) {
    if (!details.matches(".likes .more")) return;
    const group = this.decisions.report.flags[Number(details.closest(".card").dataset.flag)].alike;
    if (details.open) this.opened.add(group);
    else this.opened.delete(group);
  }

  // Without a script the cards of flags alike stand inside one another; with one each stands by its own paragraph.
  #takeOutOfOneAnother() {
    for (const inner of [...this.galley.querySelectorAll(".card .card")]) {
      const mark = document.getElementById(`mark-${Number(inner.dataset.flag) + 1}`);
      const row = mark?.closest(".row") ?? inner.closest(".row");
      const notes = row.querySelector(".notes") ?? row.appendChild(Object.assign(document.createElement("div"), { className: "notes" }));
      const after = [...notes.children].find((card) => Number(card.dataset.flag) > Number(inner.dataset.flag));
      notes.insertBefore(inner, after ?? null);
    }
    for (const emptied of this.galley.querySelectorAll(".card > .more")) emptied.remove();
  }
}
