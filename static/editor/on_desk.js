// A draft of the desk: saved to the server at each change, written by whoever holds it, and never overwritten.

import { banner, unbanner } from "./banners.js";
import { showConflict, timeOf } from "./conflict.js";
import { say } from "./dom.js";
import { Saver } from "./save.js";
import { choicesOf, readDoc } from "./schema.js";
import { getJSON } from "./server.js";

export class OnDesk {
  /** ``server`` is what the page was given of it; null for a draft that has just been made here. */
  constructor(draft, revision, server) {
    this.draft = draft;
    draft.queue.load();
    if (server && !server.may_edit) {
      banner("readonly", `You can read this draft. It is ${server.state_title.toLowerCase()}, and others edit it now.`);
      return draft.setMine(false);
    }
    this.saver = new Saver({
      uid: draft.uid,
      revision,
      tab: draft.tab,
      words: () => ({ doc: draft.view.state.doc.toJSON(), ...draft.setup.choices }),
      told: {
        saving: () => draft.tellKept("Saving …"),
        saved: (at, note) => this.#saved(at, note),
        away: (sentence) => this.#away(sentence),
        conflict: (content) => this.#conflict(content),
        held: (holder) => this.#held(holder),
        mine: () => draft.isMine || this.#catchUp(),
        refused: (sentence) => sentence && banner("save", sentence, [["Copy the story", () => draft.desk.copy()]], { wrong: true }),
      },
    });
    this.saver.hold();
    if (!server) return;
    draft.tellKept(`Saved ${timeOf(server.at)}`);
    if (draft.isUnsaved && draft.before.base !== server.revision) this.#conflict(server);
    else if (draft.isUnsaved) this.saver.changed();
  }

  get isDirty() {
    return this.saver?.isDirty ?? false;
  }

  get revision() {
    return this.saver?.revision ?? 0;
  }

  changed() {
    this.saver?.changed();
  }

  saveNow() {
    this.saver?.save();
    say("Saving.");
  }

  back() {
    if (this.isDirty) this.saver.save();
  }

  takeOver() {
    return this.saver.hold({ take: true });
  }

  /** Another tab of this browser has kept the draft: which text counts is for the server to say. */
  changedElsewhere() {
    this.draft.keeper.resume(Date.now());
  }

  #saved(at, note) {
    this.draft.tellKept(`Saved ${timeOf(at)}`);
    unbanner("save");
    if (note) banner("signed", note);
    this.draft.keeper.soon();
  }

  #away(sentence) {
    this.draft.tellKept("Kept in this browser, not saved yet");
    if (sentence) banner("save", sentence, [], { wrong: true });
  }

  #held(holder) {
    const { draft } = this;
    draft.keeper.now();
    draft.setMine(false);
    const who = holder === draft.person ? "You are editing this draft in another tab or browser." : `${holder} is editing this draft.`;
    const unsaved = this.isDirty ? " Your last words are kept in this browser." : "";
    banner("held", who + unsaved, [["Take over", () => this.takeOver()]]);
  }

  // Whoever held it may have saved since: that is read before one writes on.
  async #catchUp() {
    const { draft, saver } = this;
    try {
      const content = await getJSON(`/drafts/${draft.uid}/content`);
      const theirs = readDoc(content.doc);
      if (saver.isDirty && content.revision !== saver.revision) this.#conflict(content);
      else if (theirs && !theirs.eq(draft.view.state.doc)) draft.desk.replace(theirs, choicesOf(content), { fresh: true });
      if (!saver.isDirty) saver.revision = content.revision;
    } catch {
      return; // the next renewal of the lease tries again
    }
    draft.setMine(true);
    unbanner("held");
  }

  #conflict(content) {
    const theirs = readDoc(content.doc);
    const mine = () => this.draft.view.state.doc;
    if (!theirs || theirs.eq(mine())) {
      this.saver.revision = content.revision;
      return this.saver.changed();
    }
    this.saver.stop();
    const ask = () => showConflict(mine(), theirs, content, (choice) => this.#settle(choice, theirs, content));
    banner("conflict", `${content.author} saved this draft at ${timeOf(content.at)} while you wrote. Neither text is lost.`, [["Compare and choose", ask]]);
    ask();
  }

  // Either way both texts are versions of the draft afterwards.
  async #settle(choice, theirs, content) {
    const { draft, saver } = this;
    unbanner("conflict");
    saver.goOn();
    saver.revision = content.revision;
    if (choice === "theirs") {
      draft.setAside();
      await saver.save({ note: "aside" });
      draft.desk.replace(theirs, choicesOf(content));
    }
    await saver.save({ note: "kept" });
    draft.view.focus();
  }
}
