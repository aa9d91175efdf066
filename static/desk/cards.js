// The cards of the review: which one is current, and where each stands in the margin beside its place.

import { settle } from "../check/margin.js";

const wide = matchMedia("(min-width: 62rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const GAP = 10; // pixels between cards
const galley = () => document.getElementById("galley");
const flagsOn = (mark) => (mark.dataset.flags ?? "").split(" ").filter(Boolean);
const threadsOn = (mark) => (mark.dataset.threads ?? "").split(" ").filter(Boolean);

export class Cards {
  constructor() {
    this.id = "";
    this.pinned = false;
    this.watcher = new ResizeObserver(() => this.place());
    wide.addEventListener("change", () => this.place());
    document.addEventListener("toggle", () => this.place(), true);
    document.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("focusin", (event) => {
      const card = event.target.closest("[data-card]");
      if (card && card.id !== this.id) this.#set(card.id);
    });
    document.addEventListener("pointerover", (event) => {
      if (!event.target.closest("#galley")) return;
      const over = event.target.closest("[data-card]") ?? this.#cardOf(event.target.closest(".mark"));
      this.#light(over ?? this.current);
    });
  }

  get current() {
    return document.getElementById(this.id);
  }

  /** The cards that can be stepped through: beside the draft, then the loose threads. */
  get all() {
    return [...document.querySelectorAll("#galley [data-card], #comments > .threads [data-card]")].filter(
      (card) => !card.classList.contains("is-going") && (!card.parentElement.closest("[data-card]") || card.closest("details").open),
    );
  }

  step(by) {
    const all = this.all;
    if (!all.length) return;
    const at = all.findIndex((card) => card.id === this.id);
    if (at < 0 || (!this.pinned && by > 0)) return this.go(at < 0 ? all[0] : all[at]);
    this.go(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  go(card) {
    this.pinned = true;
    this.#set(card.id);
    card.focus({ preventScroll: true });
    const mark = wide.matches && card.closest("#galley") ? this.#markOf(card) : null;
    (mark ?? card).scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  /** A card was decided on: the next one is current at once, though the answer is still on its way. */
  leave(card) {
    const all = this.all;
    const at = all.indexOf(card);
    card.classList.add("is-going");
    const next = all[at + 1] ?? all[at - 1];
    this.left = next?.id ?? "";
    if (next) this.go(next);
  }

  stay(card) {
    card?.classList.remove("is-going");
  }

  /** Where the person is, so that the page drawn anew is where it was: the current card, its height on the screen, fields. */
  remember(form) {
    const field = document.activeElement;
    const inForm = field?.form && field.form !== form && field.name ? { form: field.form.querySelector("[name=form]")?.value, name: field.name } : null;
    const typed = [...document.querySelectorAll("#review form")]
      .filter((each) => each !== form && each.querySelector("[name=form]"))
      .flatMap((each) =>
        [...each.querySelectorAll("textarea, input[type=text], input[name=words]")]
          .filter((one) => one.value !== one.defaultValue)
          .map((one) => ({ form: each.querySelector("[name=form]").value, name: one.name, value: one.value })),
      );
    const opened = [...document.querySelectorAll("#review details[open] > form [name=form]")].filter((one) => one.form !== form).map((one) => one.value);
    const likes = new Map([...document.querySelectorAll("[data-like]")].map((card) => [card.id, card.dataset.like]));
    return { likes, order: this.all.map((card) => card.id), id: this.id, top: this.current?.getBoundingClientRect().top, inForm, typed, opened, focused: Boolean(field?.closest("[data-card]")) || field === document.body };
  }

  /** Draw after the page came or was taken over. */
  draw(place) {
    document.querySelectorAll(".card").forEach((card) => card.classList.remove("is-going"));
    if (place) this.#putBack(renamed(place));
    if (place?.now) this.id = place.now(this.id);
    const all = this.all;
    if (!document.getElementById(this.id)) {
      const at = place ? place.order.indexOf(this.id) : -1;
      const after = place?.order.slice(at + 1).find((id) => document.getElementById(id));
      const before = place?.order.slice(0, Math.max(at, 0)).reverse().find((id) => document.getElementById(id));
      this.id = (at >= 0 && (after ?? before)) || (all[0]?.id ?? "");
    }
    this.watcher.disconnect();
    if (galley()) this.watcher.observe(galley());
    this.#set(this.id);
    if (!place) return;
    const { current } = this;
    if (place.inForm) document.querySelector(`[name=form][value="${CSS.escape(place.inForm.form ?? "")}"]`)?.form.querySelector(`[name="${place.inForm.name}"]`)?.focus({ preventScroll: true });
    else if (place.focused && current) current.focus({ preventScroll: true });
    else if (place.focused) document.getElementById("told").focus({ preventScroll: true });
    if (current && place.top !== undefined && place.id === this.id) scrollBy(0, current.getBoundingClientRect().top - place.top);
    else if (current && place.focused) this.go(current);
  }

  #putBack({ typed, opened }) {
    const forms = new Map([...document.querySelectorAll("#review [name=form]")].map((one) => [one.value, one.form]));
    for (const { form, name, value } of typed) {
      const field = forms.get(form)?.elements[name];
      if (field && !document.querySelector("[role=alert]")) field.value = value;
    }
    for (const name of opened) forms.get(name)?.closest("details")?.setAttribute("open", "");
  }

  #set(id) {
    this.id = id;
    for (const card of document.querySelectorAll("[data-card]")) {
      const isCurrent = card.id === id;
      card.classList.toggle("is-current", isCurrent);
      const why = card.querySelector(":scope > .card__why");
      if (why && wide.matches && card.closest("#galley")) why.open = isCurrent;
    }
    this.#light(this.current);
    this.place();
  }

  #light(card) {
    for (const mark of document.querySelectorAll("#galley .mark")) mark.classList.toggle("is-lit", Boolean(card) && this.#isOf(mark, card));
  }

  #isOf(mark, card) {
    return card.dataset.thread ? threadsOn(mark).includes(card.dataset.thread) : flagsOn(mark).includes(card.dataset.mark);
  }

  #markOf(card) {
    return [...document.querySelectorAll("#galley .mark")].find((mark) => this.#isOf(mark, card));
  }

  /** Of the cards whose marks these words are the one on the fewest marks. */
  #cardOf(mark) {
    if (!mark) return null;
    const found = [...document.querySelectorAll("#galley [data-card]")].filter((card) => this.#isOf(mark, card));
    const size = (card) => [...document.querySelectorAll("#galley .mark")].filter((each) => this.#isOf(each, card)).reduce((sum, each) => sum + each.textContent.length, 0);
    return found.toSorted((a, b) => size(a) - size(b))[0] ?? null;
  }

  #click(event) {
    const link = event.target.closest('.number, .card__number, a[href^="#flag-"], a[href^="#thread-"]');
    const mark = event.target.closest("#galley .mark");
    const card = event.target.closest("[data-card]");
    if (link?.matches(".card__number")) {
      event.preventDefault();
      this.go(card);
    } else if (link) {
      const target = document.querySelector(link.getAttribute("href"));
      if (!target) return;
      event.preventDefault();
      for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
      this.go(target);
    } else if (mark && getSelection().isCollapsed) {
      const target = this.#cardOf(mark);
      if (target) this.go(target);
    } else if (card && !event.target.closest("a, button, input, textarea, select, summary, label")) {
      this.#set(card.id);
      this.pinned = true;
    }
  }

  /** Set each card level with its place where there is room beside the text. */
  place() {
    const all = [...document.querySelectorAll("#galley .notes > [data-card]")];
    if (!wide.matches) {
      for (const card of all) card.style.top = "";
      if (galley()) galley().style.minHeight = "";
      return;
    }
    const origin = galley().getBoundingClientRect().top;
    const boxes = all.map((card) => {
      const beside = this.#markOf(card) ?? card.closest(".row");
      return { card, wanted: Math.max(beside.getBoundingClientRect().top - origin - 4, 0), height: card.offsetHeight };
    });
    const current = this.current?.closest(".notes > [data-card]");
    const tops = settle(boxes, Math.max(all.indexOf(current), 0));
    boxes.forEach(({ card }, i) => {
      card.style.top = `${Math.round(tops[i])}px`;
    });
    const last = boxes.length - 1;
    galley().style.minHeight = boxes.length ? `${Math.ceil(tops[last] + boxes[last].height + GAP)}px` : "";
  }
}

/** A flag whose sentence was edited has another fingerprint now: follow it by its rule, words and paragraph. */
function renamed(place) {
  const fresh = [...document.querySelectorAll("[data-like]")].filter((card) => !place.likes.has(card.id));
  const now = (id) => {
    if (document.getElementById(id) || !place.likes.has(id)) return id;
    const found = fresh.filter((card) => card.dataset.like === place.likes.get(id));
    return found.length === 1 ? found[0].id : id;
  };
  const form = (name) => {
    const [, mark, way] = /^(\w{20})-(.*)$/.exec(name ?? "") ?? [];
    return mark ? `${now(`flag-${mark}`).slice("flag-".length)}-${way}` : name;
  };
  Object.assign(place, {
    now,
    order: place.order.map(now),
    id: now(place.id),
    opened: place.opened.map(form),
    typed: place.typed.map((each) => ({ ...each, form: form(each.form) })),
    inForm: place.inForm && { ...place.inForm, form: form(place.inForm.form) },
  });
  return place;
}
