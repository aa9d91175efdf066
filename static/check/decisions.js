// The desk's decisions on a report: a list of steps. Everything else - which flags are open, the corrected text - follows
// from the report and the steps, in the offsets of the text as it was checked; undoing is taking steps back.

import { covers } from "./silence.js";

/**
 * A step is {act: "accept", flag, choice}, {act: "dismiss", flag}, {act: "silence", silence} or {act: "unify", form, edits,
 * left}. Steps taken at one stroke ("accept all") share a ``stroke``.
 */
export class Decisions {
  constructor(report, steps = []) {
    this.report = report;
    this.steps = [];
    this.#replay(steps);
  }

  /** Statuses by flag: "open", "accepted", "dismissed", "silenced", or "gone" where an accepted edit changed its words. */
  status(flag) {
    return this.statuses[flag];
  }

  get open() {
    return this.statuses.flatMap((status, flag) => (status === "open" ? [flag] : []));
  }

  get silenced() {
    return this.statuses.filter((status) => status === "silenced").length;
  }

  /** Whether one of the flag's edits can still be put in. */
  canAccept(flag, choice = 0) {
    const edit = this.report.flags[flag].suggestions[choice];
    return this.statuses[flag] === "open" && Boolean(edit) && !this.edits.some((other) => meets(edit, other));
  }

  accept(flag, choice = 0) {
    if (!this.canAccept(flag, choice)) return false;
    this.#take({ act: "accept", flag, choice });
    return true;
  }

  /** Accept the first edit of each flag that does not meet another's; return the flags accepted. */
  acceptAll(flags) {
    const before = new Set(this.steps.map((step) => step.flag));
    this.#take(...flags.map((flag) => ({ act: "accept", flag, choice: 0 })));
    return this.steps.filter((step) => step.act === "accept" && !before.has(step.flag)).map((step) => step.flag);
  }

  dismiss(flag) {
    return this.dismissAll([flag]).length > 0;
  }

  dismissAll(flags) {
    const open = flags.filter((flag) => this.statuses[flag] === "open");
    this.#take(...open.map((flag) => ({ act: "dismiss", flag })));
    return open;
  }

  /** Keep quiet about a place, a word or a rule; return how many flags that hides. */
  silence(silence) {
    const before = this.silenced;
    this.#take({ act: "silence", silence });
    return this.silenced - before;
  }

  /** Put one form of a name at all its places, as far as no accepted edit stands there; return how many. */
  unify({ form, edits, left }) {
    const before = this.edits.length;
    this.#take({ act: "unify", form, edits, left });
    return this.edits.length - before;
  }

  get safe() {
    return this.open.filter((flag) => this.report.flags[flag].safe && this.canAccept(flag));
  }

  /** Take back the last stroke; return its steps. */
  undo() {
    const stroke = this.steps.at(-1)?.stroke;
    return this.takeBack(this.steps.filter((step) => step.stroke === stroke));
  }

  /** Take back the given steps, whenever they were taken; return them. */
  takeBack(steps) {
    this.#replay(this.steps.filter((step) => !steps.includes(step)));
    return steps;
  }

  /** The text with the accepted edits put in. */
  get text() {
    let text = this.report.text;
    for (const edit of this.edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
      text = text.slice(0, edit.start) + edit.replacement + text.slice(edit.end);
    }
    return text;
  }

  #take(...steps) {
    const stroke = (this.steps.at(-1)?.stroke ?? 0) + 1;
    this.#replay([...this.steps, ...steps.map((step) => ({ ...step, stroke }))]);
  }

  #replay(steps) {
    this.statuses = this.report.flags.map(() => "open");
    this.edits = [];
    this.steps = [];
    for (const step of steps) if (this.#applies(step)) this.steps.push(step);
  }

  #applies(step) {
    if (step.act === "silence") return this.#silence(step.silence);
    if (step.act === "unify") return this.#unify(step);
    if (step.act === "accept" && !this.canAccept(step.flag, step.choice)) return false;
    if (this.statuses[step.flag] !== "open") return false;
    if (step.act === "dismiss") this.statuses[step.flag] = "dismissed";
    else {
      this.#putIn({ ...this.report.flags[step.flag].suggestions[step.choice], flag: step.flag });
      this.statuses[step.flag] = "accepted";
    }
    return true;
  }

  #silence(silence) {
    this.report.flags.forEach((flag, index) => {
      if (this.statuses[index] === "open" && covers(silence, flag)) this.statuses[index] = "silenced";
    });
    return true;
  }

  #unify({ edits }) {
    const free = edits.filter((edit) => !this.edits.some((other) => meets(edit, other)));
    for (const edit of free) this.#putIn({ ...edit, flag: -1 });
    return free.length > 0;
  }

  #putIn(edit) {
    this.edits.push(edit);
    this.report.flags.forEach((other, index) => {
      if (index !== edit.flag && this.statuses[index] === "open" && this.#changes(edit, other)) this.statuses[index] = "gone";
    });
  }

  /** Whether the edit changes what the flag is about. A flag on a whole statement outlives a mend of its wording. */
  #changes(edit, flag) {
    if (!meets(flag, edit)) {
      return flag.suggestions.length > 0 && flag.suggestions.every((other) => meets(other, edit));
    }
    const within = flag.start <= edit.start && edit.end <= flag.end;
    return !(flag.statement && within && edit.end - edit.start < flag.end - flag.start);
  }
}

/** Whether two stretches share a place; an empty one sits at one place. */
export function meets(a, b) {
  return a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1);
}
