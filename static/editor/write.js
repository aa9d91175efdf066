// READ FIRST: the editor. The draft is made, flags and keys are joined to it, and it is kept.

import { EditorState, EditorView, closeHistory, history } from "../vendor/prosemirror.js";
import { actionsOn } from "./actions.js";
import { banner, unbanner } from "./banners.js";
import { Checker } from "./check.js";
import { Desk } from "./desk.js";
import { byId } from "./dom.js";
import { copyStory, downloadStory } from "./export.js";
import { findMatches } from "./find.js";
import { flagMarks, flagsOf } from "./flags.js";
import { blockIds, giveIds } from "./ids.js";
import { openDraft } from "./open.js";
import { Palette } from "./palette.js";
import { clipboard } from "./paste.js";
import { placeholders } from "./placeholders.js";
import { docFromBlocks, emptyDoc, isEmpty } from "./schema.js";
import { Setup } from "./setup.js";
import { typingKeys } from "./typing.js";

const given = JSON.parse(byId("draft-data").textContent);
const draft = await openDraft(given);

const plugins = [blockIds(), history({ depth: 2000 }), flagMarks(), findMatches(), placeholders(), typingKeys()];
const stateOf = (doc, selection = null) => {
  const state = EditorState.create({ doc, plugins });
  const begun = state.apply(giveIds(state) ?? state.tr);
  return selection ? begun.apply(begun.tr.setSelection(selection(begun.doc))) : begun;
};

const view = new EditorView(byId("editor"), {
  state: stateOf(draft.doc, draft.selection),
  editable: () => draft.isMine,
  attributes: { role: "textbox", "aria-multiline": "true", "aria-label": "Draft", spellcheck: "false", autocorrect: "off", autocapitalize: "off", translate: "no", "data-gramm": "false" },
  ...clipboard,
  dispatchTransaction(tr) {
    const { flags } = flagsOf(view.state);
    const { state, transactions } = view.state.applyTransaction(tr);
    view.updateState(state);
    const edits = transactions.filter((each) => each.docChanged);
    for (const each of edits) {
      checker.changed(each.mapping);
      desk.mended.follow(each, flags);
    }
    if (edits.length) edited();
    else if (tr.selectionSet) moved();
  },
});

const setup = new Setup(draft.choices, given.styles, () => {
  draft.changed();
  checker.now();
});
const desk = new Desk(view, {
  dismissed: draft.dismissed,
  needsReason: draft.needsReason,
  told: { decided: (...all) => draft.decided(...all), learnt: () => checker.now() },
});
const checker = new Checker({
  doc: () => view.state.doc,
  choices: () => ({ ...setup.choices, draft: draft.uid }),
  told: { line: (line, sent) => desk.take(line, sent), state: checkState },
});

Object.assign(desk, {
  setup,
  askLink: () => desk.toolbar.askLink(),
  copy: () => copyStory(view.state.doc),
  download: () => downloadStory(view.state.doc),
  saveNow() {
    draft.saveNow();
    checker.now();
  },
  /** Another document in place of this one, as one step of the history or as a new beginning. */
  replace(doc, choices, { fresh = false } = {}) {
    if (choices) setup.set(choices);
    if (fresh) {
      view.updateState(stateOf(doc));
      desk.begin();
    } else view.dispatch(closeHistory(view.state.tr).replaceWith(0, view.state.doc.content.size, doc.content).setMeta("replaced", true));
    checker.now();
    desk.draw();
  },
  moreActions: () => [
    { id: "afresh", group: "Draft", title: "Start afresh", keys: ["Alt-Shift-N"], run: startAfresh, when: () => draft.isMine && !draft.uid },
    { id: "putBack", group: "Draft", title: "Put back the draft from before", keys: ["Alt-Shift-P"], run: () => draft.putBack(), when: () => draft.isMine && !draft.uid },
    { id: "takeOver", group: "Draft", title: "Take over the draft", keys: ["Alt-Shift-O"], run: () => draft.takeOver(), when: () => !draft.isMine },
    { id: "review", group: "Draft", title: "Submit and review the draft", keys: ["Alt-Shift-W"], run: () => location.assign(`/drafts/${draft.uid}/review`), when: () => Boolean(draft.uid) },
    { id: "versions", group: "Draft", title: "Versions of the draft", keys: ["Alt-Shift-V"], run: () => location.assign(`/drafts/${draft.uid}/versions`), when: () => Boolean(draft.uid) },
  ],
});
// The browser tells of a moved caret a moment after it moved. A key that follows at once must act on where it is now.
document.addEventListener("keydown", () => view.hasFocus() && !view.composing && view.domObserver.flush(), true);
desk.palette = new Palette(actionsOn(desk));
draft.join(view, desk, setup, checker);

let frame = 0;
let caretMoved = false;
function onFrame() {
  frame = 0;
  desk.drawEdited();
  desk.decisions.followHistory();
  if (caretMoved) desk.follow();
  caretMoved = false;
  document.title = `${view.state.doc.firstChild.textContent.trim() || "Write"} – Copydesk`;
}

function edited() {
  desk.peek("");
  draft.changed();
  frame ||= requestAnimationFrame(onFrame);
}

function moved() {
  caretMoved = true;
  draft.moved();
  frame ||= requestAnimationFrame(onFrame);
}

// The state of the check stands on the root element too, for tests and for style sheets.
function checkState(name, message) {
  document.documentElement.dataset.check = name;
  if (name === "waiting") return;
  const bar = byId("checking");
  bar.hidden = name !== "slow";
  if (name === "slow") return;
  if (name === "away") {
    banner("check", "Copydesk can’t be reached. Go on writing: your text is kept in this browser, and checks go on by themselves.", [], { below: true });
  } else if (name === "wrong") {
    banner("check", message, [], { wrong: true, below: true });
  } else {
    unbanner("check");
    desk.checked = true;
    desk.draw();
  }
  if (name === "back") draft.back();
}

function startAfresh() {
  if (isEmpty(view.state.doc)) return view.focus();
  draft.setAside();
  desk.replace(emptyDoc());
  banner("afresh", "A new draft. The one before comes back with Undo.", [["Undo", () => {
    desk.undo();
    unbanner("afresh");
  }]]);
  view.focus();
}

for (const button of document.querySelectorAll("[data-example]")) {
  button.addEventListener("click", () => {
    const example = given.examples.find(({ id }) => id === button.dataset.example);
    desk.replace(docFromBlocks(example.blocks), { style: example.style, date: example.date, dialect: "" });
    view.focus();
  });
}

document.documentElement.dataset.editor = "ready";
onFrame();
checker.now();
if (!given.draft) view.focus();
