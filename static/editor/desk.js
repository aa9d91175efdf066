// The desk: the draft with its flags, and what a person does with them. Parts of the page are joined here.

import { TextSelection } from "../vendor/prosemirror.js";
import { learn, tell } from "../check/server.js";
import { Cards } from "./cards.js";
import { lengthOf } from "./counts.js";
import { Decisions } from "./decide.js";
import { drawDismissed } from "./dismissed.js";
import { byId, count, h, reveal, say } from "./dom.js";
import { Filters, SEVERITIES } from "./filters.js";
import { Finder } from "./find.js";
import { flagBy, flagsOf, keyOf, moveFlag, placeFlags, renewed, setFlags, shownFlags, withBefore } from "./flags.js";
import { Ledgers } from "./ledgers.js";
import { Mended } from "./mended.js";
import { isEmpty } from "./schema.js";
import { chosenSafe, showSafe } from "./safe_edits.js";
import { Toolbar } from "./toolbar.js";

export class Desk {
  /** ``told.decided(action, flag, more)`` hands decisions on; ``dismissed`` are those of before. */
  constructor(view, { dismissed, needsReason, told }) {
    this.view = view;
    this.told = told;
    this.needsReason = needsReason; // whether a dismissal counts for the sign-off, and so asks for its reason
    this.decisions = new Decisions(view, { decided: (...all) => this.#decided(...all) }, dismissed);
    this.cards = new Cards(view, {
      accept: (id) => this.accept(id),
      dismiss: (id) => this.dismiss(id),
      learn: (id, word) => this.learn(id, word),
      light: (id) => this.light(id),
      go: (id) => this.go(id, { into: "text" }),
      close: () => this.peek(""),
      reason: (_, words) => this.#reason(words),
      takeBack: (id) => this.takeBack(id),
    });
    this.filters = new Filters(view, () => this.#filtered());
    this.ledgers = new Ledgers(view, { changed: () => this.draw() });
    this.finder = new Finder(view);
    this.toolbar = new Toolbar(view);
    this.isOpen = (flag) => !this.decisions.dismissed.has(flag.fingerprint);
    this.mended = new Mended({ decided: (...all) => this.#decided(...all), isOpen: this.isOpen });
    this.begin();
    view.dom.addEventListener("click", (event) => this.#tapped(event));
    byId("safe-dialog").querySelector("form").addEventListener("submit", () => this.#acceptSafe());
    new ResizeObserver(() => this.cards.place()).observe(view.dom);
    this.cards.wide.addEventListener("change", () => this.draw());
    this.draw();
  }

  /** Begin with a state of the editor that holds no flags yet. */
  begin() {
    setFlags(this.view, { isShown: (flag) => this.isOpen(flag) && this.filters.shows(flag), view: this.ledgers.shown });
  }

  // --- what the check tells ------------------------------------------------------------------------------------------

  take(line, sent) {
    if (line.type === "facts") this.ledgers.take(line.views, sent);
    if (line.type === "notices") byId("notices").replaceChildren(...line.notices.map((words) => h("p", {}, words)));
    if (line.type !== "flags") return;
    if (line.stage === "own") sent.own = line.flags;
    const told = line.since ? renewed(sent.own, line) : line.flags;
    const flags = placeFlags(sent.doc, told).flatMap((flag) => moveFlag(flag, sent.mapping) ?? []);
    const now = withBefore(line.stage, flags, flagsOf(this.view.state).flags);
    // Mostly nothing has changed but the paragraph that is written: what stands as it stood is not drawn again.
    if (keyOf(now) !== keyOf(flagsOf(this.view.state).flags)) {
      setFlags(this.view, { flags: now });
      this.draw();
    }
    if (line.stage !== "all") return;
    if (!sent.mapping.maps.length) this.mended.checked(flags);
    this.#announce();
  }

  #announce() {
    const shown = shownFlags(this.view.state);
    const counts = SEVERITIES.map((s) => `${shown.filter((flag) => flag.severity === s).length} ${s}`).join(", ");
    const words = shown.length ? `${count(shown.length, "flag")}: ${counts}.` : isEmpty(this.view.state.doc) ? "" : "No flags.";
    if (words && words !== this.announced) say(words);
    this.announced = words;
  }

  // --- drawing -------------------------------------------------------------------------------------------------------

  draw() {
    const { state } = this.view;
    const open = this.filters.draw(this.isOpen);
    byId("tally").textContent = open.length ? count(open.length, "flag") : "No flags";
    byId("open-count").textContent = open.length || "";
    const safe = this.decisions.safe.length;
    byId("safe").disabled = !safe || !this.view.editable;
    byId("safe").querySelector("b").textContent = String(safe);
    byId("first-use").hidden = !isEmpty(state.doc);
    byId("clean").hidden = isEmpty(state.doc) || flagsOf(state).view !== "flags" || open.length > 0 || !this.checked;
    this.shownLast = shownFlags(state).length;
    this.cards.draw();
    drawDismissed(this.decisions, (id) => this.takeBack(id));
    this.toolbar.draw();
  }

  /** Draw what follows every edit: cheap, once a frame. */
  drawEdited() {
    byId("length").textContent = lengthOf(this.view.state.doc);
    this.toolbar.draw();
    if (shownFlags(this.view.state).length !== this.shownLast || byId("first-use").hidden === isEmpty(this.view.state.doc)) this.draw();
  }

  // --- moving --------------------------------------------------------------------------------------------------------

  light(id) {
    setFlags(this.view, { current: id });
    this.draw();
  }

  /** Light the flag the caret has come to. */
  follow() {
    const { head } = this.view.state.selection;
    const here = shownFlags(this.view.state).filter((flag) => flag.from <= head && head <= flag.to);
    const inner = here.sort((a, b) => a.to - a.from - (b.to - b.from))[0];
    if (inner && inner.id !== flagsOf(this.view.state).current && !here.some((flag) => flag.id === flagsOf(this.view.state).current)) this.light(inner.id);
  }

  step(by) {
    if (this.ledgers.shown !== "flags") this.ledgers.show("flags");
    const { state } = this.view;
    const shown = shownFlags(state);
    if (!shown.length) return say("No flags.");
    const at = shown.findIndex((flag) => flag.id === flagsOf(state).current);
    const { head } = state.selection;
    const beside = by > 0 ? shown.findIndex((flag) => flag.from >= head) : shown.findLastIndex((flag) => flag.to < head);
    const next = at >= 0 ? at + by : beside >= 0 ? beside : by > 0 ? 0 : shown.length - 1;
    this.go(shown[Math.min(Math.max(next, 0), shown.length - 1)].id);
  }

  /** Go to a flag: the caret to its words, its card beside them. Who was in the cards stays there. */
  go(id, { into = this.#inCards ? "card" : "text" } = {}) {
    const flag = flagBy(this.view.state, id);
    if (!flag) return;
    const { tr } = this.view.state;
    this.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, flag.from)));
    this.light(id);
    this.peek(into === "text" ? id : "");
    const card = this.cards.cardOf(id);
    if (into === "card") card.focus({ preventScroll: true });
    else this.view.focus();
    const mark = this.view.dom.querySelector(`[data-flag="${id}"]`);
    reveal(into === "card" && !this.cards.wide.matches ? card : mark ?? card);
    const place = shownFlags(this.view.state).findIndex((each) => each.id === id) + 1;
    const edit = flag.suggestions[0]?.replacement;
    say(`Flag ${place} of ${shownFlags(this.view.state).length}, ${flag.severity}: ${flag.message}${edit ? ` Edit: ${edit}` : ""}`);
  }

  get #inCards() {
    return Boolean(document.activeElement?.closest("#notes"));
  }

  crossOver() {
    const { current } = flagsOf(this.view.state);
    if (document.activeElement !== this.view.dom) return this.view.focus();
    const card = this.cards.cardOf(current) ?? byId("notes").querySelector(".card");
    if (!card) return say("No flags.");
    card.focus({ preventScroll: true });
    reveal(card);
  }

  #tapped(event) {
    const id = event.target.closest?.(".mark")?.dataset.flag;
    this.peek(id ?? "");
    if (id) this.light(id);
  }

  /** Without room for a margin, show the card of a flag over the foot of the window. */
  peek(id) {
    byId("desk").dataset.peek = id;
  }

  focus(id) {
    byId(id).focus();
  }

  // --- deciding ------------------------------------------------------------------------------------------------------

  get #current() {
    const { current } = flagsOf(this.view.state);
    const flag = shownFlags(this.view.state).find((each) => each.id === current);
    if (!flag) say("No flag is chosen. Go to the next flag first.");
    return flag;
  }

  accept(id = this.#current?.id) {
    const flag = id && flagBy(this.view.state, id);
    if (!flag) return;
    if (!flag.suggestions.length) return say("Only the reporter can mend this: there is no edit to accept.");
    const edit = flag.suggestions[this.cards.choiceOf(flag)];
    this.#leaving(id, () => this.decisions.accept(id, this.cards.choiceOf(flag)));
    say(`Accepted: ${edit.replacement || "words taken out"}. ${this.#left()}`);
  }

  chooseNext() {
    const flag = this.#current;
    if (!flag) return;
    if (flag.suggestions.length < 2) return say("There is no other edit.");
    const choice = (this.cards.choiceOf(flag) + 1) % flag.suggestions.length;
    this.cards.choose(flag, choice);
    say(`Edit ${choice + 1} of ${flag.suggestions.length}: ${flag.suggestions[choice].replacement || "take the words out"}`);
  }

  dismiss(id = this.#current?.id) {
    const flag = id && flagBy(this.view.state, id);
    if (!flag) return;
    this.#leaving(id, () => {
      this.cards.lately = flag;
      this.decisions.dismiss(id);
    });
    if (this.needsReason) this.giveReason();
    say(this.needsReason ? "Dismissed. The sign-off needs a reason." : `Dismissed. ${this.#left()}`);
  }

  giveReason() {
    const field = byId("notes").querySelector(".card__reason");
    if (!field) return say("Dismiss a flag first, then say why.");
    field.focus();
    reveal(field);
  }

  #reason(words) {
    this.decisions.giveReason(this.cards.lately, words.trim());
    drawDismissed(this.decisions, (id) => this.takeBack(id));
    say("Reason noted.");
  }

  takeBack(id) {
    if (this.cards.lately?.id === id) this.cards.lately = null;
    this.decisions.takeBack(id);
    this.go(id);
    this.draw();
  }

  async learn(id = this.#current?.id, word = flagBy(this.view.state, id)?.learnable) {
    if (!word) return say("This flag is about no word that the list could hold.");
    const whyNot = await learn(word);
    if (whyNot) return say(whyNot);
    this.#leaving(id, () => setFlags(this.view, (held) => ({ flags: held.flags.filter((flag) => flag.learnable !== word) })));
    say(`“${word}” is on the word list.`);
    this.told.learnt();
  }

  previewSafe() {
    if (!showSafe(this.view.state.doc, this.decisions.safe)) say("There are no safe edits.");
  }

  #acceptSafe() {
    const ids = chosenSafe();
    this.decisions.acceptAll(ids);
    this.draw();
    say(`${count(ids.length, "edit")} accepted. ${this.#left()}`);
  }

  undo() {
    const back = this.decisions.undo();
    if (back?.id) {
      this.cards.lately = null;
      this.go(back.id);
      say("The dismissal is taken back.");
    } else if (!back) say("Nothing to undo.");
    this.draw();
  }

  // Decide on a flag, then go on to the next one; the focus never falls away with a card.
  #leaving(id, decide) {
    const inCards = this.#inCards;
    this.cards.lately = null;
    const before = shownFlags(this.view.state);
    const next = before[before.findIndex((flag) => flag.id === id) + 1]?.id;
    decide();
    const after = flagBy(this.view.state, next) ?? shownFlags(this.view.state).at(-1);
    setFlags(this.view, { current: after?.id ?? "" });
    this.peek("");
    this.draw();
    if (!inCards) return;
    if (after) this.go(after.id, { into: "card" });
    else this.view.focus();
  }

  /** Take the dismissals that stand on the server beside those made here. */
  standing(dismissed) {
    for (const [fingerprint, kept] of dismissed) this.decisions.dismissed.set(fingerprint, kept);
    this.decisions.refresh();
    this.draw();
  }

  #decided(action, flag, more = {}) {
    if (!more.reason && action !== "edited" && more.undoes !== "edited") tell([{ rule: flag.rule, category: flag.category, action, ...(more.undoes && { undoes: more.undoes }) }]);
    this.told.decided(action, flag, more);
  }

  #filtered() {
    setFlags(this.view, {});
    this.draw();
    say(`${count(shownFlags(this.view.state).length, "flag")} shown.`);
  }

  #left() {
    const left = shownFlags(this.view.state).length;
    return left ? `${left} left.` : "No flags left.";
  }
}
