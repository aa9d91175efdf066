// The draft that the page holds: what it begins with, and how it is kept - in this browser at each change, and on the
// server (save.js) where it is a draft of the desk.

import { TextSelection } from "../vendor/prosemirror.js";
import { banner, unbanner } from "./banners.js";
import { showConflict, timeOf } from "./conflict.js";
import { DecisionQueue } from "./decision_queue.js";
import { byId, say } from "./dom.js";
import { freshId } from "./ids.js";
import { Keeper, forget, keepAs, kept } from "./keep.js";
import { Saver } from "./save.js";
import { docFromBlocks, docFromJSON, emptyDoc, isEmpty } from "./schema.js";
import { post } from "./server.js";
import { Tabs } from "./tabs.js";

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
    this.seen = before?.at ?? 0;
    const own = before && readDoc(before.doc);
    if (given.draft) this.#beginWithServer(given.draft, own);
    else this.#beginAlone(given, own);
  }

  // What was typed and never saved comes first; where the server has moved on since, join() shows both.
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
      kept: () => this.saver || this.#tellKept("Kept in this browser"),
      failed: () => this.#keptNowhere(),
      another: (record) => (this.uid ? this.keeper.resume(Date.now()) : this.#changedElsewhere(record)),
    });
    this.keeper.seen = this.seen;
    if (this.uid) this.#joinServer();
    else this.#joinTabs();
    this.#drawLinks();
  }

  // --- changes -------------------------------------------------------------------------------------------------------

  changed() {
    if (!this.isMine || !this.keeper) return;
    this.keeper.soon();
    if (this.saver) this.saver.changed();
    else if (this.goesToTheDesk && !isEmpty(this.view.state.doc)) this.#makeSoon();
  }

  moved() {
    if (this.isMine) this.keeper?.soon();
  }

  saveNow() {
    this.keeper.now();
    this.saver?.save();
    say(this.saver ? "Saving." : "Kept in this browser.");
  }

  /** The server is there again. */
  back() {
    if (this.saver?.isDirty) this.saver.save();
    this.queue.send();
  }

  decided(action, flag, more) {
    this.keeper.soon();
    if (!this.uid) return;
    if (action === "dismissed" && this.needsReason && !more.reason) return;
    this.queue.add(action, flag, more);
  }

  // --- this browser --------------------------------------------------------------------------------------------------

  #joinTabs() {
    this.tabs = new Tabs(LOCAL, this.tab, { lost: (wasMine) => this.#lostToTab(wasMine) });
    if (this.wasReplaced) {
      keepAs("before", this.before);
      banner("before", "The draft you had before is kept.", [["Put it back", () => this.putBack()]]);
    } else if (this.person && !this.goesToTheDesk) {
      banner("local", "This draft is kept in this browser alone.", [["Put it on the desk", () => this.#make()]]);
    }
  }

  #lostToTab(wasMine) {
    if (wasMine) this.keeper.now();
    this.keeper.stopped = true;
    this.#setMine(false);
    banner("tabs", "This draft is open in another tab, and is written there.", [["Take over here", () => this.takeOver()]]);
  }

  /** Write here; what the other tab or person has is read first. */
  async takeOver() {
    if (this.saver) return this.#takeLease();
    this.tabs.takeOver();
    await new Promise((done) => setTimeout(done, 200)); // the other tab keeps its last words
    const there = await kept(LOCAL);
    const doc = there && readDoc(there.doc);
    if (doc) this.desk.replace(doc, there.choices, { fresh: true });
    this.keeper.resume(there?.at ?? 0);
    this.#setMine(true);
    unbanner("tabs");
    this.view.focus();
  }

  #changedElsewhere(record) {
    this.#setMine(false);
    banner("tabs", "This draft was changed in another tab. Neither text is lost.", [
      ["Go on with that one", () => this.#goOn(record)],
      ["Go on with this one", () => this.#goOn(null)],
    ]);
  }

  #goOn(record) {
    this.setAside();
    if (record) this.desk.replace(readDoc(record.doc) ?? this.view.state.doc, record.choices);
    this.keeper.resume(Date.now());
    this.#setMine(true);
    unbanner("tabs");
    this.tabs.takeOver();
    this.keeper.now();
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

  // --- the server ----------------------------------------------------------------------------------------------------

  #joinServer() {
    const { server } = this;
    this.queue.load();
    if (!server.may_edit) {
      banner("readonly", `You can read this draft. It is ${server.state_title.toLowerCase()}, and others edit it now.`);
      return this.#setMine(false);
    }
    this.#startSaving(server.revision);
    this.#tellKept(`Saved ${timeOf(server.at)}`);
    if (this.isUnsaved && this.before.base !== server.revision) this.#conflict(server);
    else if (this.isUnsaved) this.saver.changed();
  }

  #startSaving(revision) {
    this.saver = new Saver({
      uid: this.uid,
      revision,
      tab: this.tab,
      words: () => ({ doc: this.view.state.doc.toJSON(), ...this.setup.choices }),
      told: {
        saving: () => this.#tellKept("Saving …"),
        saved: (at, note) => this.#saved(at, note),
        away: (sentence) => this.#away(sentence),
        conflict: (content) => this.#conflict(content),
        held: (holder) => this.#held(holder),
        mine: () => this.#holds(),
        refused: (sentence) => sentence && banner("save", sentence, [["Copy the story", () => this.desk.copy()]], { wrong: true }),
      },
    });
    this.saver.hold();
  }

  #makeSoon() {
    clearTimeout(this.making);
    this.making = setTimeout(() => this.#make(), 1200);
  }

  // A draft of a person who is signed in goes to the desk with its first words.
  async #make() {
    if (this.uid || this.isMaking) return;
    this.isMaking = true;
    try {
      const answer = await post("/drafts", { doc: this.view.state.doc.toJSON(), ...this.setup.choices });
      if (answer.status !== 201) return;
      const { uid, revision, url } = await answer.json();
      this.uid = this.keeper.key = uid;
      history.replaceState(null, "", url);
      this.tabs.close();
      this.#startSaving(revision);
      await this.keeper.now();
      forget(LOCAL);
      unbanner("local");
      this.#drawLinks();
      this.saver.changed();
    } catch {
      this.#makeSoon();
    } finally {
      this.isMaking = false;
    }
  }

  #saved(at, note) {
    this.#tellKept(`Saved ${timeOf(at)}`);
    unbanner("save");
    if (note) banner("signed", note);
    this.keeper.soon();
  }

  #away(sentence) {
    this.#tellKept("Kept in this browser, not saved yet");
    if (sentence) banner("save", sentence, [], { wrong: true });
  }

  #held(holder) {
    this.keeper.now();
    this.#setMine(false);
    const who = holder === this.person ? "You are editing this draft in another tab or browser." : `${holder} is editing this draft.`;
    const unsaved = this.saver.isDirty ? " Your last words are kept in this browser." : "";
    banner("held", who + unsaved, [["Take over", () => this.takeOver()]]);
  }

  #holds() {
    if (this.isMine) return;
    // Whoever held it may have saved since: read that before writing on.
    this.#catchUp();
  }

  async #takeLease() {
    await this.saver.hold({ take: true });
  }

  async #catchUp() {
    try {
      const content = await (await fetch(`/drafts/${this.uid}/content`)).json();
      const mine = this.view.state.doc;
      const theirs = readDoc(content.doc);
      if (this.saver.isDirty && content.revision !== this.saver.revision) this.#conflict(content);
      else if (theirs && !theirs.eq(mine)) this.desk.replace(theirs, choicesOf(content), { fresh: true });
      if (!this.saver.isDirty) this.saver.revision = content.revision;
    } catch {
      return; // the next renewal tries again
    }
    this.#setMine(true);
    unbanner("held");
  }

  #conflict(content) {
    const theirs = readDoc(content.doc);
    if (!theirs || theirs.eq(this.view.state.doc)) {
      this.saver.revision = content.revision;
      return this.saver.changed();
    }
    this.saver.stop();
    const ask = () => showConflict(this.view.state.doc, theirs, content, (choice) => this.#settle(choice, theirs, content));
    banner("conflict", `${content.author} saved this draft at ${timeOf(content.at)} while you wrote. Neither text is lost.`, [["Compare and choose", ask]]);
    ask();
  }

  // Either way both texts are versions of the draft afterwards.
  async #settle(choice, theirs, content) {
    unbanner("conflict");
    this.saver.goOn();
    this.saver.revision = content.revision;
    if (choice === "theirs") {
      this.setAside();
      await this.saver.save({ note: "aside" });
      this.desk.replace(theirs, choicesOf(content));
    }
    await this.saver.save({ note: "kept" });
    this.view.focus();
  }

  // --- what the page shows of it -------------------------------------------------------------------------------------

  #tellKept(words) {
    byId("kept").textContent = words;
  }

  #keptNowhere() {
    if (this.saver) return;
    banner("kept", "This browser keeps nothing for this page: copy the text before you leave it.", [["Copy the story", () => this.desk.copy()]], { wrong: true });
  }

  #drawLinks() {
    const link = byId("versions");
    link.hidden = !this.uid;
    if (this.uid) link.href = `/drafts/${this.uid}/versions`;
  }

  #setMine(isMine) {
    this.isMine = isMine;
    this.view.setProps({ editable: () => this.isMine });
    this.desk.draw();
  }

  #record() {
    const { doc, selection } = this.view.state;
    return {
      doc: doc.toJSON(),
      caret: { anchor: selection.anchor, head: selection.head },
      choices: this.setup.choices,
      dismissed: [...this.desk.decisions.dismissed].slice(-1000),
      isDirty: this.saver?.isDirty ?? false,
      base: this.saver?.revision ?? 0,
      unsent: this.queue.unsent,
    };
  }
}

const choicesOf = ({ style, dialect, date, sources }) => ({ style, dialect, date, sources });

function readDoc(json) {
  try {
    return docFromJSON(json);
  } catch {
    return null;
  }
}

function caretIn(doc, { anchor, head }) {
  const most = doc.content.size;
  return TextSelection.between(doc.resolve(Math.min(anchor, most)), doc.resolve(Math.min(head, most)));
}
