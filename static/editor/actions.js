// READ SECOND: the table of everything that can be done, with its keys. The key handler, the sheet of keys, the palette
// and the tooltips of buttons all read it. ``keys`` work everywhere, ``single`` where nobody is typing.

import { redo } from "../vendor/prosemirror.js";
import { setBold, setItalic, setKind, setList } from "./typing.js";

const KIND_TITLES = { headline: "Headline", standfirst: "Standfirst", byline: "Byline", dateline: "Dateline", crosshead: "Crosshead", paragraph: "Paragraph" };

/** Return the actions on a desk (see write.js). Each is {id, group, title, keys, single, run, when}. */
export function actionsOn(desk) {
  const { view } = desk;
  const command = (act) => () => {
    act(view.state, view.dispatch, view);
    view.focus();
  };
  const can = (act) => () => view.editable && act(view.state);
  const edit = () => view.editable;
  return [
    { id: "next", group: "Flags", title: "Next flag", keys: ["Alt-ArrowDown", "F8"], single: "j", run: () => desk.step(1) },
    { id: "previous", group: "Flags", title: "Previous flag", keys: ["Alt-ArrowUp", "Shift-F8"], single: "k", run: () => desk.step(-1) },
    { id: "accept", group: "Flags", title: "Accept the edit", keys: ["Mod-Enter"], single: "a", run: () => desk.accept(), when: edit },
    { id: "choose", group: "Flags", title: "Choose another of its edits", keys: ["Alt-Enter"], single: "e", run: () => desk.chooseNext() },
    { id: "dismiss", group: "Flags", title: "Dismiss the flag", keys: ["Mod-Shift-Enter"], single: "d", run: () => desk.dismiss() },
    { id: "reason", group: "Flags", title: "Say why it was dismissed", keys: ["Alt-Shift-R"], run: () => desk.giveReason() },
    { id: "learn", group: "Flags", title: "Add the word to the word list", keys: ["Alt-Shift-L"], run: () => desk.learn() },
    { id: "safe", group: "Flags", title: "Accept all safe edits …", keys: ["Alt-Shift-A"], run: () => desk.previewSafe(), when: edit },
    { id: "card", group: "Flags", title: "From the text to the card, and back", keys: ["F6"], run: () => desk.crossOver() },
    { id: "must", group: "Show", title: "Show or hide what must change", keys: ["Alt-Shift-M"], run: () => desk.filters.toggle("must") },
    { id: "should", group: "Show", title: "Show or hide what should change", keys: ["Alt-Shift-S"], run: () => desk.filters.toggle("should") },
    { id: "may", group: "Show", title: "Show or hide what may change", keys: ["Alt-Shift-Y"], run: () => desk.filters.toggle("may") },
    { id: "needsMe", group: "Show", title: "Only flags that need me: no safe edit settles them", keys: ["Alt-Shift-Q"], run: () => desk.filters.toggleNeedsMe() },
    { id: "category", group: "Show", title: "Choose a kind of flag", keys: ["Alt-Shift-G"], run: () => desk.focus("category") },
    { id: "showAll", group: "Show", title: "Show all flags again", keys: ["Alt-Shift-0"], run: () => desk.filters.showAll() },
    { id: "flags", group: "Show", title: "View: flags", keys: ["Alt-Shift-1"], run: () => desk.ledgers.show("flags") },
    { id: "voices", group: "Show", title: "View: who says what", keys: ["Alt-Shift-2"], run: () => desk.ledgers.show("voices") },
    { id: "names", group: "Show", title: "View: names", keys: ["Alt-Shift-3"], run: () => desk.ledgers.show("names") },
    { id: "numbers", group: "Show", title: "View: numbers", keys: ["Alt-Shift-4"], run: () => desk.ledgers.show("numbers") },
    { id: "bold", group: "Text", title: "Bold", keys: ["Mod-B"], run: command(setBold), when: can(setBold) },
    { id: "italic", group: "Text", title: "Italic", keys: ["Mod-I"], run: command(setItalic), when: can(setItalic) },
    { id: "link", group: "Text", title: "Link …", keys: ["Mod-Shift-L"], run: () => desk.askLink(), when: edit },
    ...["headline", "standfirst", "byline", "dateline", "crosshead", "paragraph"].map((kind, i) => ({
      id: kind, group: "Text", title: KIND_TITLES[kind], keys: [`Mod-Alt-${(i + 1) % 6}`], run: command(setKind(kind)), when: edit,
    })),
    { id: "bullets", group: "Text", title: "List", keys: ["Mod-Shift-8"], run: command(setList("bullet_list")), when: edit },
    { id: "numbered", group: "Text", title: "Numbered list", keys: ["Mod-Shift-7"], run: command(setList("ordered_list")), when: edit },
    { id: "undo", group: "Draft", title: "Undo", keys: ["Mod-Z"], single: "u", run: () => desk.undo(), when: edit },
    { id: "redo", group: "Draft", title: "Redo", keys: ["Mod-Shift-Z", "Mod-Y"], run: command(redo), when: can(redo) },
    { id: "find", group: "Draft", title: "Find", keys: ["Mod-F"], run: () => desk.finder.open() },
    { id: "replace", group: "Draft", title: "Find and replace", keys: ["Mod-H", "Mod-Shift-H"], run: () => desk.finder.open(true), when: edit },
    { id: "findNext", group: "Draft", title: "Find the next place", keys: ["F3", "Mod-G"], run: () => desk.finder.step(1) },
    { id: "findPrevious", group: "Draft", title: "Find the place before", keys: ["Shift-F3", "Mod-Shift-G"], run: () => desk.finder.step(-1) },
    { id: "save", group: "Draft", title: "Save and check now", keys: ["Mod-S"], run: () => desk.saveNow() },
    { id: "copy", group: "Draft", title: "Copy the whole story", keys: ["Alt-Shift-C"], run: () => desk.copy() },
    { id: "download", group: "Draft", title: "Download the story as text", keys: ["Alt-Shift-D"], run: () => desk.download() },
    { id: "setup", group: "Draft", title: "House style, English, dateline and sources …", keys: ["Alt-Shift-T"], run: () => desk.setup.open() },
    ...desk.moreActions(),
    { id: "palette", group: "Help", title: "Find an action", keys: ["Mod-K"], run: () => desk.palette.open() },
    { id: "keys", group: "Help", title: "Show all keys", keys: ["Mod-/"], single: "?", run: () => desk.palette.openSheet() },
  ];
}
