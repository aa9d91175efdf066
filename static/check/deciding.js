// What the person decides, turned into steps, said, told to the server and kept. ``page`` gives what is on the page:
// {cards, shownFlags, go, draw}.

import { othersLike } from "./alike.js";
import { fingerprint, keepDismissed, keepWork, keptDismissed, stepsToKeep } from "./keep.js";
import { useEverywhere } from "./names.js";
import { askPlainly, say } from "./say.js";
import { flagAgainInNewsroom, learn, tell } from "./server.js";
import { keepInNewsroom, silenceFrom, valueOf } from "./silence.js";
import { leftWords } from "./tally.js";

const byId = (id) => document.getElementById(id);

export class Deciding {
  constructor(decisions, page) {
    this.decisions = decisions;
    this.report = decisions.report;
    this.page = page;
  }

  accept(flag) {
    const choice = this.page.cards.choiceOf(flag);
    const suggestions = this.report.flags[flag]?.suggestions ?? [];
    if (!this.decisions.accept(flag, choice)) {
      if (flag >= 0) say(suggestions.length ? "That edit can’t be put in." : "Only the reporter can mend this: there is no edit to accept.");
      return;
    }
    this.#settle(`Accepted: ${suggestions[choice].replacement || "words taken out"}.`, flag);
    tell([this.#counted("accepted", flag)]);
  }

  acceptSafe() {
    this.#acceptAll(this.decisions.safe, "safe edit");
  }

  acceptAllLike(flag) {
    this.#acceptAll(this.#allLike(flag), "edit", flag);
  }

  dismiss(flag) {
    this.#dismissAll([flag]);
  }

  dismissAllLike(flag) {
    this.#dismissAll(this.#allLike(flag));
  }

  /** Silence what a button's value says, in this draft or in the newsroom. */
  async silence(flag, value, scope) {
    const made = silenceFrom(value, scope);
    if (scope === "newsroom") {
      const { id, error } = await keepInNewsroom(value, askPlainly);
      if (!id) return say(error);
      made.id = id;
    }
    const many = this.decisions.silence(made);
    this.#settle(`Silenced ${scope === "newsroom" ? "in the newsroom" : "in this draft"}: ${many} ${many === 1 ? "flag" : "flags"}.`, flag);
  }

  async learnWord(flag, word) {
    const whyNot = await learn(word);
    if (whyNot) return say(whyNot);
    this.decisions.dismissAll(this.report.flags.flatMap((f, i) => (f.category === "spelling" && f.text === word ? [i] : [])));
    this.#settle(`“${word}” is on the word list.`, flag);
  }

  useEverywhere(value) {
    const said = useEverywhere(this.decisions, value);
    this.keep();
    this.page.draw();
    say(said);
    Object.assign(byId("unified"), { textContent: said, hidden: !said });
  }

  undo() {
    const undone = this.decisions.undo();
    if (!undone.length) return say("Nothing to undo.");
    this.#bringBack(undone);
  }

  takeBack(step) {
    this.#bringBack(this.decisions.takeBack([step]));
  }

  /** Keep the steps and the text as they stand. */
  keep() {
    const { decisions } = this;
    const steps = stepsToKeep(decisions).map((step) => (step.silence ? { ...step, value: valueOf(step.silence) } : step));
    byId("unkept").hidden = keepWork({ text: decisions.text, checked: this.report.text, steps });
  }

  #allLike(flag) {
    return flag < 0 ? [] : [flag, ...othersLike(this.report, this.page.shownFlags(), flag)];
  }

  #acceptAll(flags, what, from = -1) {
    const done = this.decisions.acceptAll(flags);
    if (!done.length) return;
    this.#settle(`${done.length} ${what}${done.length === 1 ? "" : "s"} accepted.`, from);
    tell(done.map((flag) => this.#counted("accepted", flag)));
  }

  #dismissAll(flags) {
    const done = this.decisions.dismissAll(flags.filter((flag) => flag >= 0));
    if (!done.length) return;
    const dismissed = keptDismissed();
    for (const flag of done) dismissed.add(fingerprint(this.report.flags[flag]));
    keepDismissed(dismissed);
    this.#settle(done.length === 1 ? "Dismissed." : `${done.length} flags dismissed.`, done[0]);
    tell(done.map((flag) => this.#counted("dismissed", flag)));
  }

  #bringBack(undone) {
    const dismissed = keptDismissed();
    const onFlags = undone.filter((step) => step.flag !== undefined);
    for (const { flag } of onFlags) dismissed.delete(fingerprint(this.report.flags[flag]));
    keepDismissed(dismissed);
    this.keep();
    if (onFlags.length) this.page.go(onFlags[0].flag);
    else this.page.draw();
    say(`Taken back. ${leftWords(this.decisions)}`);
    tell(onFlags.map(({ act, flag }) => ({ ...this.#counted("undone", flag), undoes: act === "accept" ? "accepted" : "dismissed" })));
    for (const { silence } of undone) if (silence?.id) flagAgainInNewsroom(silence.id);
  }

  /** Keep what was done, go on to the next card, and say both. */
  #settle(sentence, flag) {
    const { page } = this;
    const inCard = document.activeElement?.closest(".card");
    const standing = page.cards.faces(page.shownFlags(), -1);
    const next = standing.find((f) => f > flag) ?? standing.at(-1);
    this.keep();
    if (inCard && next !== undefined) page.go(next);
    else page.draw();
    if (inCard && next === undefined) byId("undo").focus();
    say(`${sentence} ${leftWords(this.decisions)}`);
  }

  #counted(action, flag) {
    const { rule, category } = this.report.flags[flag];
    return { rule, category, action };
  }
}
