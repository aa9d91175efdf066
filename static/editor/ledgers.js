// The other views beside the draft: who says what, the names, the numbers, each entry tied to its places in the text.

import { byId, h, reveal } from "./dom.js";
import { flagsOf, placer, setFlags } from "./flags.js";
import { moveSpans } from "./spans.js";

const VIEWS = ["voices", "names", "numbers"];

export class Ledgers {
  constructor(view, { changed }) {
    this.view = view;
    this.changed = changed;
    this.views = {};
    this.places = {};
    for (const link of document.querySelectorAll("[data-show]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.show(link.dataset.show);
      });
    }
    const box = byId("ledgers");
    box.addEventListener("pointerover", (event) => this.#light(event.target.closest("[data-key]")?.dataset.key ?? ""));
    box.addEventListener("pointerleave", () => this.#light(""));
    box.addEventListener("focusin", (event) => this.#light(event.target.closest("[data-key]")?.dataset.key ?? ""));
    box.addEventListener("click", (event) => this.#click(event));
  }

  get shown() {
    return byId("desk").dataset.view;
  }

  /** Take the facts of a check; ``sent`` is the document that they are about and how it has been edited since. */
  take(views, sent) {
    this.views = views;
    const place = placer(sent.doc);
    this.places = Object.fromEntries(
      VIEWS.map((view) => [view, moveSpans(entriesOf(views[view]).flatMap((entry) => entry.places.flatMap((p, i) => {
        const span = place(p);
        return span ? [{ ...span, key: entry.key, kind: entry.kind, nth: i }] : [];
      })), sent.mapping)]),
    );
    for (const view of VIEWS) document.querySelector(`[data-show="${view}"] .viewbar__count`).textContent = views[view].count || "";
    if (this.shown !== "flags") this.#redraw();
  }

  // A check must not take the focus out of the ledger.
  #redraw() {
    const box = byId("ledgers");
    const focused = box.contains(document.activeElement) ? [...box.querySelectorAll("a")].indexOf(document.activeElement) : -1;
    this.show(this.shown);
    if (focused >= 0) ([...box.querySelectorAll("a")][focused] ?? this.view).focus();
  }

  show(view) {
    byId("desk").dataset.view = view;
    for (const link of document.querySelectorAll("[data-show]")) {
      if (link.dataset.show === view) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (view !== "flags") byId("ledgers").replaceChildren(drawLedger(view, this.views[view]));
    setFlags(this.view, { view, places: this.places[view] ?? [], lit: "" });
    this.changed();
  }

  #light(key) {
    if (this.shown === "flags" || flagsOf(this.view.state).lit === key) return;
    setFlags(this.view, { lit: key });
  }

  #click(event) {
    const link = event.target.closest("[data-nth]");
    if (!link) return;
    event.preventDefault();
    const key = link.closest("[data-key]").dataset.key;
    this.#light(key);
    const place = flagsOf(this.view.state).places.find((p) => p.key === key && p.nth === Number(link.dataset.nth));
    if (place) reveal(this.view.domAtPos(place.from).node.parentElement);
  }
}

const entriesOf = (view) => view.groups.flatMap((group) => group.entries);

const TITLES = { voices: "Who says what", names: "Names", numbers: "Numbers" };

function drawLedger(id, view) {
  const title = `${id}-title`;
  if (!view?.count) {
    return h("section", { class: "ledger", id, "aria-labelledby": title }, h("h2", { class: "ledger__title", id: title }, TITLES[id]), h("p", { class: "quiet" }, "Nothing yet: this fills as the story does."));
  }
  return h(
    "section",
    { class: "ledger", id, "aria-labelledby": title },
    h("h2", { class: "ledger__title", id: title }, view.title),
    view.shares.length > 0 && drawShares(view.shares),
    view.groups.map((group) => [h("h3", { class: "ledger__group" }, group.title), h("ul", { class: `entries entries--${id}` }, group.entries.map((entry) => drawEntry(id, entry)))]).flat(),
  );
}

function drawShares(shares) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  set(svg, { class: "shares__bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" });
  let x = 0;
  for (const { kind, percent } of shares) {
    const rect = document.createElementNS(svg.namespaceURI, "rect");
    set(rect, { class: `share--${kind}`, x, y: 0, width: percent, height: 6 });
    svg.append(rect);
    x += percent;
  }
  return h("div", { class: "shares" }, svg, h("ul", {}, shares.map(({ kind, title, percent }) => h("li", { class: `share--${kind}` }, h("b", {}, `${percent}%`), ` ${title}`))));
}

function drawEntry(id, entry) {
  const link = (words, nth) => h("a", { href: "#editor", "data-nth": nth, dir: "auto" }, words);
  const attributes = { class: `entry entry--${entry.kind}`, "data-key": entry.key };
  if (id === "voices") {
    return h(
      "li",
      attributes,
      h("p", { class: "entry__title", dir: "auto" }, entry.title, entry.detail && h("span", { class: "entry__role" }, `, ${entry.detail}`)),
      h("ul", { class: "entry__said" }, entry.places.map((place, i) => h("li", {}, link(place.text, i)))),
    );
  }
  return h(
    "li",
    attributes,
    h("p", { class: "entry__title", dir: "auto" }, link(entry.title, 0), entry.places.length > 1 && h("span", { class: "entry__count" }, ` ${entry.places.length}`)),
    entry.detail && h("p", { class: "entry__detail", dir: "auto" }, entry.detail),
    entry.tags.length > 0 && h("p", { class: "entry__tags" }, entry.tags.join(" · ")),
  );
}
