// The desk's decisions on a report: a list of steps. Everything else - which flags are open, the corrected text - follows
// from the report and the steps, in the offsets of the text as it was checked; undoing is taking steps back.

/** A step is {act: "accept" | "dismiss", flag, choice}. Steps taken at one stroke ("accept all") share a ``stroke``. */
export class Decisions {
  constructor(report, steps = []) {
    this.report = report;
    this.steps = [];
    this.#replay(steps);
  }

  /** Statuses by flag: "open", "accepted", "dismissed", or "gone" where an accepted edit changed its words. */
  status(flag) {
    return this.statuses[flag];
  }

  get open() {
    return this.statuses.flatMap((status, flag) => (status === "open" ? [flag] : []));
  }

  /** Whether one of the flag's edits can still be put in. */
  canAccept(flag, choice = 0) {
    const edit = this.report.flags[flag].suggestions[choice];
    return this.statuses[flag] === "open" && Boolean(edit) && !this.edits.some((other) => meets(edit, other));
  }

  accept(flag, choice = 0) {
    if (!this.canAccept(flag, choice)) return false;
    this.#replay([...this.steps, { act: "accept", flag, choice, stroke: this.#nextStroke() }]);
    return true;
  }

  dismiss(flag) {
    if (this.statuses[flag] !== "open") return false;
    this.#replay([...this.steps, { act: "dismiss", flag, stroke: this.#nextStroke() }]);
    return true;
  }

  dismissAll(flags) {
    const stroke = this.#nextStroke();
    const open = flags.filter((flag) => this.statuses[flag] === "open");
    this.#replay([...this.steps, ...open.map((flag) => ({ act: "dismiss", flag, stroke }))]);
    return open;
  }

  get safe() {
    return this.open.filter((flag) => this.report.flags[flag].safe && this.canAccept(flag));
  }

  /** Accept every safe edit that does not meet another; return the flags accepted. */
  acceptSafe() {
    const stroke = this.#nextStroke();
    const before = new Set(this.steps.map((step) => step.flag));
    this.#replay([...this.steps, ...this.safe.map((flag) => ({ act: "accept", flag, choice: 0, stroke }))]);
    return this.steps.filter((step) => !before.has(step.flag)).map((step) => step.flag);
  }

  /** Take back the last stroke; return its steps. */
  undo() {
    const stroke = this.steps.at(-1)?.stroke;
    const undone = this.steps.filter((step) => step.stroke === stroke);
    this.#replay(this.steps.filter((step) => step.stroke !== stroke));
    return undone;
  }

  /** Take back the decision on one flag, whenever it was taken. */
  takeBack(flag) {
    const undone = this.steps.filter((step) => step.flag === flag);
    this.#replay(this.steps.filter((step) => step.flag !== flag));
    return undone;
  }

  /** The text with the accepted edits put in. */
  get text() {
    let text = this.report.text;
    for (const edit of this.edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
      text = text.slice(0, edit.start) + edit.replacement + text.slice(edit.end);
    }
    return text;
  }

  #nextStroke() {
    return (this.steps.at(-1)?.stroke ?? 0) + 1;
  }

  #replay(steps) {
    this.statuses = this.report.flags.map(() => "open");
    this.edits = [];
    this.steps = [];
    for (const step of steps) {
      if (step.act === "accept" && !this.canAccept(step.flag, step.choice)) continue;
      if (this.statuses[step.flag] !== "open") continue;
      this.steps.push(step);
      if (step.act === "dismiss") this.statuses[step.flag] = "dismissed";
      else this.#putIn(step);
    }
  }

  #putIn({ flag, choice }) {
    const edit = { ...this.report.flags[flag].suggestions[choice], flag };
    this.edits.push(edit);
    this.statuses[flag] = "accepted";
    this.report.flags.forEach((other, index) => {
      if (this.statuses[index] === "open" && this.#changes(edit, other)) this.statuses[index] = "gone";
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
