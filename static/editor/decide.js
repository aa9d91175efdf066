// Decisions on flags: accepting puts an edit into the text as one step of its history, dismissing hides a flag for good.

import { closeHistory, undo, undoDepth } from "../vendor/prosemirror.js";
import { flagBy, flagsKey, flagsOf, isSafe, setFlags, shownFlags } from "./flags.js";
import { schema } from "./schema.js";

/** ``told`` has decided(action, flag, more), which the page hands on to the server and to what it keeps. */
export class Decisions {
  constructor(view, told, dismissed = []) {
    this.view = view;
    this.told = told;
    this.dismissed = new Map(dismissed); // fingerprint -> {message, words, reason, at}
    this.accepted = []; // {flags, depth}: what the history held when they were accepted
    this.dismissedLast = null; // taken back by undo as long as nothing was typed since
  }

  /** Put one of the flag's edits in. Return whether it could be. */
  accept(id, choice = 0) {
    const flag = flagBy(this.view.state, id);
    const edit = flag?.suggestions[choice];
    if (!edit || !this.view.editable) return false;
    this.#put([{ flag, edit }]);
    return true;
  }

  /** Flags whose only edit is safe, none meeting another. */
  get safe() {
    let free = 0;
    return shownFlags(this.view.state).filter((flag) => {
      const [edit] = flag.suggestions;
      if (!isSafe(flag) || edit.from < free) return false;
      free = Math.max(edit.to, edit.from + 1);
      return true;
    });
  }

  /** Put the edits of several flags in, as one step to undo. */
  acceptAll(ids) {
    const wanted = new Set(ids);
    this.#put(this.safe.filter((flag) => wanted.has(flag.id)).map((flag) => ({ flag, edit: flag.suggestions[0] })));
  }

  #put(pairs) {
    if (!pairs.length) return;
    const { view } = this;
    const tr = closeHistory(view.state.tr);
    for (const { edit } of pairs.toSorted((a, b) => b.edit.from - a.edit.from)) {
      const marks = tr.doc.resolve(edit.from).marksAcross(tr.doc.resolve(edit.to)) ?? [];
      if (edit.replacement) tr.replaceWith(edit.from, edit.to, schema.text(edit.replacement, marks));
      else tr.delete(edit.from, edit.to);
    }
    const ids = new Set(pairs.map(({ flag }) => flag.id));
    tr.setMeta(flagsKey, (held) => ({ flags: held.flags.filter((flag) => !ids.has(flag.id)) }));
    view.dispatch(tr);
    // What is typed next is a step of its own.
    view.dispatch(closeHistory(view.state.tr));
    this.dismissedLast = null;
    this.accepted.push({ flags: pairs.map(({ flag }) => flag), depth: undoDepth(view.state) });
    for (const { flag, edit } of pairs) this.told.decided("accepted", flag, { replacement: edit.replacement });
  }

  dismiss(id) {
    const flag = flagBy(this.view.state, id);
    if (!flag) return null;
    this.dismissed.set(flag.fingerprint, { message: flag.message, words: flag.text, reason: "", at: Date.now() });
    this.dismissedLast = { flag, doc: this.view.state.doc };
    this.refresh();
    this.told.decided("dismissed", flag);
    return flag;
  }

  giveReason(flag, reason) {
    const kept = this.dismissed.get(flag.fingerprint);
    if (!kept) return;
    kept.reason = reason;
    this.told.decided("dismissed", flag, { reason });
  }

  /** Show a dismissed flag again. */
  takeBack(id) {
    if (!this.dismissed.delete(id)) return;
    if (this.dismissedLast?.flag.id === id) this.dismissedLast = null;
    this.refresh();
    const flag = flagBy(this.view.state, id);
    if (flag) this.told.decided("undone", flag, { undoes: "dismissed" });
  }

  /** Dismissed flags that the text still holds. */
  get hidden() {
    return flagsOf(this.view.state).flags.filter((flag) => this.dismissed.has(flag.fingerprint));
  }

  /** Take back what was done last: a dismissal, or a step of the text. Return the flag shown again, true or false. */
  undo() {
    const last = this.dismissedLast;
    if (last && last.doc === this.view.state.doc) {
      this.takeBack(last.flag.id);
      return last.flag;
    }
    return undo(this.view.state, this.view.dispatch);
  }

  /** After any undo: tell of accepted edits that were taken out with it. */
  followHistory() {
    const depth = undoDepth(this.view.state);
    while (this.accepted.length && this.accepted.at(-1).depth > depth) {
      for (const flag of this.accepted.pop().flags) this.told.decided("undone", flag, { undoes: "accepted" });
    }
  }

  refresh() {
    setFlags(this.view, {});
  }
}
