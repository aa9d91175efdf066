// Which draft the page holds, and how it is kept: in this browser, and on the server where it is one of the desk's.

import { TextSelection } from "../vendor/prosemirror.js";
import { banner, unbanner } from "./banners.js";
import { byId, say } from "./dom.js";
import { Keeper, keepAs, kept } from "./keep.js";
import { docFromBlocks, docFromJSON, emptyDoc, isEmpty } from "./schema.js";
import { Tabs } from "./tabs.js";
import { freshId } from "./ids.js";

/** Return the draft of this page: what this browser kept of it, or what the server gave. */
export async function openDraft(given) {
  const before = await kept("scratch");
  return new Scratch(given, before);
}

const readDoc = (json) => {
  try {
    return docFromJSON(json);
  } catch {
    return null;
  }
};

/** A draft that lives in this browser alone. */
class Scratch {
  uid = "";
  isMine = true;

  constructor(given, before) {
    this.tab = freshId();
    const example = given.examples.find(({ id }) => id === given.example);
    const own = before && readDoc(before.doc);
    this.doc = example ? docFromBlocks(example.blocks) : own ?? emptyDoc();
    this.selection = own && !example && before.caret ? (doc) => caretIn(doc, before.caret) : null;
    this.choices = example ? { style: example.style, date: example.date } : { ...given.defaults, ...before?.choices };
    this.dismissed = before?.dismissed ?? [];
    this.before = example ? before : null;
    this.seen = before?.at ?? 0;
  }

  /** Begin to keep the draft of the view. */
  join(view, desk, setup) {
    Object.assign(this, { view, desk, setup });
    this.keeper = new Keeper("scratch", this.tab, () => this.#record(), {
      kept: () => {
        byId("kept").textContent = "Kept in this browser";
      },
      failed: () => banner("kept", "This browser keeps nothing for this page: copy the text before you leave it.", [["Copy the story", () => desk.copy()]], { wrong: true }),
      another: (record) => this.#another(record),
    });
    this.keeper.seen = this.seen;
    this.tabs = new Tabs("scratch", this.tab, { lost: (wasMine) => this.#lost(wasMine) });
    if (this.before && !isEmpty(readDoc(this.before.doc) ?? emptyDoc())) {
      keepAs("before", this.before);
      banner("before", "The draft you had before is kept.", [["Put it back", () => this.putBack()]]);
    }
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

  changed() {
    if (this.isMine) this.keeper?.soon();
  }

  moved() {
    this.changed();
  }

  saveNow() {
    this.keeper.now();
    say("Kept in this browser.");
  }

  back() {}

  decided() {
    this.changed();
  }

  /** Write here; what the other tab has is read first. */
  async takeOver() {
    this.tabs.takeOver();
    await new Promise((done) => setTimeout(done, 200)); // the other tab keeps its last words
    const there = await kept("scratch");
    const doc = there && readDoc(there.doc);
    if (doc) this.desk.replace(doc, there.choices, { fresh: true });
    this.keeper.resume(there?.at ?? 0);
    this.#mine(true);
    unbanner("tabs");
    this.view.focus();
  }

  #lost(wasMine) {
    if (wasMine) this.keeper.now();
    this.keeper.stopped = true;
    this.#mine(false);
    banner("tabs", "This draft is open in another tab, and is written there.", [["Take over here", () => this.takeOver()]]);
  }

  #another(record) {
    this.#mine(false);
    banner("tabs", "This draft was changed in another tab. Neither text is lost.", [
      ["Go on with that one", () => this.#go(record)],
      ["Go on with this one", () => this.#go(null)],
    ]);
  }

  #go(record) {
    if (record) this.desk.replace(readDoc(record.doc) ?? this.view.state.doc, record.choices);
    this.keeper.resume(Date.now());
    this.#mine(true);
    unbanner("tabs");
    this.tabs.takeOver();
    this.keeper.now();
  }

  #mine(isMine) {
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
    };
  }
}

export function caretIn(doc, { anchor, head }) {
  const most = doc.content.size;
  return TextSelection.between(doc.resolve(Math.min(anchor, most)), doc.resolve(Math.min(head, most)));
}
