// The draft that the page holds: what it begins with, and how it is kept - in this browser at each change (keep.js), and
// beside that alone among tabs (alone.js) or on the desk's server (on_desk.js).

import { Alone } from "./alone.js";
import { banner, unbanner } from "./banners.js";
import { DecisionQueue } from "./decision_queue.js";
import { byId, say } from "./dom.js";
import { freshId } from "./ids.js";
import { Keeper, keepAs, kept } from "./keep.js";
import { OnDesk } from "./on_desk.js";
import { caretIn, choicesOf, docFromBlocks, emptyDoc, isEmpty, readDoc } from "./schema.js";

const LOCAL = "scratch"; // the key of a draft that no server has

/** Return the draft of this page: what this browser kept of it, or what the server gave. */
export async function openDraft(given) {
  return new OpenDraft(given, await kept(given.draft?.uid ?? LOCAL));
}

class OpenDraft {
  constructor(given, before) {
    this.tab = freshId();
    this.person = given.person;
    this.server = given.draft;
    this.uid = given.draft?.uid ?? "";
    this.isMine = given.draft?.may_edit ?? true;
    this.needsReason = given.draft?.needs_reason ?? false;
    this.before = before;
    this.dismissed = before?.dismissed ?? [];
    const own = before && readDoc(before.doc);
    if (given.draft) this.#beginWithServer(given.draft, own);
    else this.#beginAlone(given, own);
  }

  // What was typed and never saved comes first; where the server has moved on since, on_desk.js shows both.
  #beginWithServer(server, own) {
    this.isUnsaved = Boolean(own && this.before.isDirty && this.isMine);
    this.doc = this.isUnsaved ? own : readDoc(server.doc) ?? emptyDoc();
    this.choices = this.isUnsaved ? this.before.choices : choicesOf(server);
    const isSame = own && this.before.base === server.revision;
    this.selection = isSame ? (doc) => caretIn(doc, this.before.caret) : null;
  }

  #beginAlone(given, own) {
    const example = given.examples.find(({ id }) => id === given.example);
    this.doc = example ? docFromBlocks(example.blocks) : own ?? emptyDoc();
    this.selection = own && !example && this.before.caret ? (doc) => caretIn(doc, this.before.caret) : null;
    this.choices = example ? { style: example.style, date: example.date } : { ...given.defaults, ...this.before?.choices };
    this.wasReplaced = Boolean(example && own && !isEmpty(own));
    // What lay here before is put on the desk only when its writer says so: it may be somebody else's.
    this.goesToTheDesk = Boolean(this.person) && isEmpty(this.doc);
  }

  /** Begin to keep the draft of the view. */
  join(view, desk, setup) {
    Object.assign(this, { view, desk, setup });
    this.queue = new DecisionQueue(() => this.uid, this.before?.unsent ?? [], {
      changed: () => this.keeper.soon(),
      stands: (dismissed) => desk.standing(dismissed),
      refused: (sentence) => banner("decision", sentence, [["All right", () => unbanner("decision")]]),
    });
    this.keeper = new Keeper(this.uid || LOCAL, this.tab, () => this.#record(), {
      kept: () => this.uid || this.tellKept("Kept in this browser"),
      failed: () => this.uid || banner("kept", "This browser keeps nothing for this page: copy the text before you leave it.", [["Copy the story", () => desk.copy()]], { wrong: true }),
      another: (record) => this.where.changedElsewhere(record),
    });
    this.keeper.seen = this.before?.at ?? 0;
    if (this.uid) this.goToTheDesk(this.server.revision, this.server);
    else this.where = new Alone(this, LOCAL);
  }

  /** From now on the draft is one of the desk's. */
  goToTheDesk(revision, server = null) {
    this.where = new OnDesk(this, revision, server);
    for (const page of ["review", "versions"]) {
      byId(page).href = `/drafts/${this.uid}/${page}`;
      byId(page).hidden = false;
    }
  }

  changed() {
    if (!this.isMine || !this.keeper) return;
    this.keeper.soon();
    this.where.changed();
  }

  moved() {
    if (this.isMine) this.keeper?.soon();
  }

  saveNow() {
    this.keeper.now();
    this.where.saveNow();
  }

  /** The server is there again. */
  back() {
    this.where.back();
    this.queue.send();
  }

  /** Write here; what the other tab or person has is read first. */
  takeOver() {
    return this.where.takeOver();
  }

  decided(action, flag, more) {
    this.keeper.soon();
    if (action === "edited" && this.server && !this.server.may_decide) return;
    // An editor's dismissal counts for the sign-off, and does so with its reason.
    if (this.uid && !(action === "dismissed" && this.needsReason && !more.reason)) this.queue.add(action, flag, more);
  }

  /** Keep the draft as it stands as the one from before. */
  setAside() {
    keepAs("before", this.#record());
  }

  async putBack() {
    const before = await kept("before");
    const doc = before && readDoc(before.doc);
    if (!doc) return say("There is no draft from before.");
    this.desk.replace(doc, before.choices);
    unbanner("before");
    this.view.focus();
  }

  setMine(isMine) {
    this.isMine = isMine;
    this.view.setProps({ editable: () => this.isMine });
    this.desk.draw();
  }

  tellKept(words) {
    byId("kept").textContent = words;
  }

  #record() {
    const { doc, selection } = this.view.state;
    return {
      doc: doc.toJSON(),
      caret: { anchor: selection.anchor, head: selection.head },
      choices: this.setup.choices,
      dismissed: [...this.desk.decisions.dismissed].slice(-1000),
      isDirty: this.where.isDirty,
      base: this.where.revision,
      unsent: this.queue.unsent,
    };
  }
}
