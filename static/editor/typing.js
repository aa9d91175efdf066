// What keys do to the text itself: new blocks, kinds, marks, lists, links.

import { baseKeymap, chainCommands, keymap, liftListItem, setBlockType, splitBlockAs, splitListItem, toggleMark, wrapInList, TextSelection } from "../vendor/prosemirror.js";
import { isLink, schema } from "./schema.js";

const { nodes, marks } = schema;

/** After a headline, byline or crosshead comes a paragraph; where the next block is empty already, the caret goes there. */
function enterNext(state, dispatch) {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 1 || $from.parent.type === nodes.paragraph || $from.parentOffset !== $from.parent.content.size) return false;
  const after = $from.after();
  const next = state.doc.nodeAt(after);
  if (!next?.isTextblock || next.content.size) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, after + 1)).scrollIntoView());
  return true;
}

const split = splitBlockAs((node, atEnd) => (atEnd ? { type: nodes.paragraph } : null));

function breakLine(state, dispatch) {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
}

/** Backspace at the start of an empty or special block makes it a paragraph first. */
function plainFirst(state, dispatch) {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset || $from.depth !== 1 || $from.parent.type === nodes.paragraph) return false;
  return $from.parent.content.size ? setBlockType(nodes.paragraph)(state, dispatch) : false;
}

export function typingKeys() {
  return keymap({
    ...baseKeymap,
    Enter: chainCommands(splitListItem(nodes.list_item), liftListItem(nodes.list_item), enterNext, baseKeymap.Enter && chainCommands(split, baseKeymap.Enter)),
    "Shift-Enter": breakLine,
    Backspace: chainCommands(plainFirst, baseKeymap.Backspace),
    "Mod-Enter": () => true, // an action of the page, never a way out of a block
  });
}

export const setKind = (kind) => chainCommands(setBlockType(nodes[kind]), (state, dispatch, view) => leaveList(state, dispatch, view, kind));

// Kinds other than paragraph don't stand in lists: lift the item out, then set its kind.
function leaveList(state, dispatch, view, kind) {
  if (!liftListItem(nodes.list_item)(state)) return false;
  liftListItem(nodes.list_item)(state, dispatch);
  if (view && kind !== "paragraph") setBlockType(nodes[kind])(view.state, dispatch);
  return true;
}

/** Make the paragraphs a list, another kind of list, or no list. */
export const setList = (kind) => (state, dispatch) => {
  const { $from } = state.selection;
  const list = $from.depth >= 3 ? $from.node(1) : null;
  if (list?.type === nodes[kind]) return liftListItem(nodes.list_item)(state, dispatch);
  if (list) {
    dispatch?.(state.tr.setNodeMarkup($from.before(1), nodes[kind]));
    return true;
  }
  return wrapInList(nodes[kind])(state, dispatch);
};

export const setBold = toggleMark(marks.strong);
export const setItalic = toggleMark(marks.em);

/** The kind of the block the caret stands in, and the marks on. */
export function where(state) {
  const { $from, empty, from, to } = state.selection;
  const on = (mark) => (empty ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, mark));
  const list = $from.depth >= 3 ? $from.node(1).type.name : "";
  return { kind: $from.parent.type.name, list, strong: on(marks.strong), em: on(marks.em), link: on(marks.link) || Boolean(linkAt(state)) };
}

/** The link the caret stands in or at: {from, to, href}. */
export function linkAt(state) {
  const { $from } = state.selection;
  const node = $from.parent.maybeChild($from.index()) ?? null;
  const mark = node && marks.link.isInSet(node.marks);
  if (!mark) return null;
  let from = $from.posAtIndex($from.index());
  let to = from + node.nodeSize;
  for (let i = $from.index() - 1; i >= 0 && mark.isInSet($from.parent.child(i).marks); i -= 1) from -= $from.parent.child(i).nodeSize;
  for (let i = $from.index() + 1; i < $from.parent.childCount && mark.isInSet($from.parent.child(i).marks); i += 1) to += $from.parent.child(i).nodeSize;
  return { from, to, href: mark.attrs.href };
}

/** Put a link on the selection, or change or remove the one at the caret. Return "" or what is wrong with it. */
export function setLink(view, address) {
  const { state } = view;
  const at = state.selection.empty ? linkAt(state) : state.selection;
  if (!address.trim()) {
    if (at) view.dispatch(state.tr.removeMark(at.from, at.to, marks.link));
    return "";
  }
  const given = address.trim();
  const href = isLink(given) ? given : /^[^\s/:@]+@[^\s/:@]+\.\w+$/.test(given) ? `mailto:${given}` : /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(given) ? `https://${given}` : "";
  if (!isLink(href)) return "That is no address Copydesk can link to. It begins with https://, http:// or mailto:.";
  const mark = marks.link.create({ href });
  if (at) view.dispatch(state.tr.removeMark(at.from, at.to, marks.link).addMark(at.from, at.to, mark));
  else view.dispatch(state.tr.replaceSelectionWith(schema.text(given, [mark]), false));
  return "";
}
