// A draft that this browser alone has: one tab writes it. A signed-in person's goes to the desk with its first words.

import { banner, unbanner } from "./banners.js";
import { say } from "./dom.js";
import { forget, keepAs, kept } from "./keep.js";
import { isEmpty, readDoc } from "./schema.js";
import { post } from "./server.js";
import { Tabs } from "./tabs.js";

const PAUSE = 1200; // milliseconds without a change before a new draft goes to the desk
const LAST_WORDS = 200; // milliseconds in which another tab keeps what it has

export class Alone {
  isDirty = false;
  revision = 0;

  constructor(draft, key) {
    this.draft = draft;
    this.key = key;
    this.tabs = new Tabs(key, draft.tab, { lost: (wasMine) => this.#lost(wasMine) });
    if (draft.wasReplaced) {
      keepAs("before", draft.before);
      banner("before", "The draft you had before is kept.", [["Put it back", () => draft.putBack()]]);
    } else if (draft.person && !draft.goesToTheDesk) {
      banner("local", "This draft is kept in this browser alone.", [["Put it on the desk", () => this.#make()]]);
    }
  }

  changed() {
    if (!this.draft.goesToTheDesk || isEmpty(this.draft.view.state.doc)) return;
    clearTimeout(this.making);
    this.making = setTimeout(() => this.#make(), PAUSE);
  }

  saveNow() {
    say("Kept in this browser.");
  }

  back() {
    this.changed();
  }

  async takeOver() {
    const { draft } = this;
    this.tabs.takeOver();
    await new Promise((done) => setTimeout(done, LAST_WORDS));
    const there = await kept(this.key);
    const doc = there && readDoc(there.doc);
    if (doc) draft.desk.replace(doc, there.choices, { fresh: true });
    draft.keeper.resume(there?.at ?? 0);
    draft.setMine(true);
    unbanner("tabs");
    draft.view.focus();
  }

  #lost(wasMine) {
    const { draft } = this;
    if (wasMine) draft.keeper.now();
    draft.keeper.stopped = true;
    draft.setMine(false);
    banner("tabs", "This draft is open in another tab, and is written there.", [["Take over here", () => draft.takeOver()]]);
  }

  /** Another tab has kept something that this one never saw. */
  changedElsewhere(record) {
    this.draft.setMine(false);
    banner("tabs", "This draft was changed in another tab. Neither text is lost.", [
      ["Go on with that one", () => this.#goOn(record, { theirs: true })],
      ["Go on with this one", () => this.#goOn(record, { theirs: false })],
    ]);
  }

  // The one that is left stays at hand as the draft from before.
  #goOn(record, { theirs }) {
    const { draft } = this;
    if (theirs) {
      draft.setAside();
      draft.desk.replace(readDoc(record.doc) ?? draft.view.state.doc, record.choices);
    } else keepAs("before", record);
    draft.keeper.resume(Date.now());
    draft.setMine(true);
    unbanner("tabs");
    this.tabs.takeOver();
    draft.keeper.now();
  }

  async #make() {
    const { draft } = this;
    if (draft.uid || this.isMaking) return;
    this.isMaking = true;
    try {
      const answer = await post("/drafts", { doc: draft.view.state.doc.toJSON(), ...draft.setup.choices });
      if (answer.status !== 201) return;
      const { uid, revision, url } = await answer.json();
      draft.uid = draft.keeper.key = uid;
      history.replaceState(null, "", url);
      this.tabs.close();
      draft.goToTheDesk(revision);
      await draft.keeper.now();
      forget(this.key);
      unbanner("local");
      draft.changed();
    } catch {
      this.changed();
    } finally {
      this.isMaking = false;
    }
  }
}
