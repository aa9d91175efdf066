// What a draft is made of. The server reads the same in app/intake/rich_text.py: change both or neither.

import { Schema, TextSelection } from "../vendor/prosemirror.js";

/** The kinds of text block, in the order in which a story has them. */
export const KINDS = ["headline", "standfirst", "byline", "dateline", "paragraph", "crosshead"];

/** Whether a draft may link there. */
export function isLink(href) {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(href) && href.length <= 2000;
}

function textBlock(kind, tag, parse = []) {
  return {
    group: "block",
    content: "inline*",
    attrs: { id: { default: "" } },
    defining: kind !== "paragraph",
    parseDOM: parse.map((each) => ({ tag: each })),
    toDOM: (node) => [tag, { class: `copy copy--${kind}`, "data-block": node.attrs.id, dir: "auto" }, 0],
  };
}

const list = (tag) => ({ group: "block", content: "list_item+", parseDOM: [{ tag }], toDOM: () => [tag, { class: "copy-list" }, 0] });

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: textBlock("paragraph", "p", ["p"]),
    headline: textBlock("headline", "h2", ["h1"]),
    standfirst: textBlock("standfirst", "p"),
    byline: textBlock("byline", "p"),
    dateline: textBlock("dateline", "p"),
    crosshead: textBlock("crosshead", "h3", ["h2", "h3", "h4", "h5", "h6"]),
    bullet_list: list("ul"),
    ordered_list: list("ol"),
    list_item: { content: "paragraph+", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    text: { group: "inline" },
    hard_break: { inline: true, group: "inline", selectable: false, leafText: () => " ", parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (a) => (isLink(a.getAttribute("href")) ? { href: a.getAttribute("href") } : false) }],
      toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "noopener noreferrer" }, 0],
    },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  },
});

/** A draft to begin with: a place for each part that most stories have. */
export function emptyDoc() {
  return schema.node("doc", null, ["headline", "byline", "paragraph"].map((kind) => schema.node(kind)));
}

/** A document from its JSON; throw RangeError where it is none of ours. */
export function docFromJSON(json) {
  const doc = schema.nodeFromJSON(json);
  doc.check();
  return doc;
}

/** The same, or null where it is none. */
export function readDoc(json) {
  try {
    return docFromJSON(json);
  } catch {
    return null;
  }
}

/** A selection of the document from what was kept of one: {anchor, head}. */
export function caretIn(doc, { anchor, head }) {
  const most = doc.content.size;
  return TextSelection.between(doc.resolve(Math.min(anchor, most)), doc.resolve(Math.min(head, most)));
}

/** A document from blocks {kind, text}, such as an example's. */
export function docFromBlocks(blocks) {
  const nodes = blocks.map(({ kind, text }) => schema.node(kind, null, text ? [schema.text(text)] : []));
  return schema.node("doc", null, nodes.length ? nodes : [schema.node("paragraph")]);
}

/** Call ``visit(node, pos)`` for each text block in order; ``pos`` is before it. */
export function eachBlock(doc, visit) {
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    visit(node, pos);
    return false;
  });
}

/** A block's text as the server has it: a hard break is a space, so offsets in it are offsets in the block. */
export function textOf(node) {
  return node.textBetween(0, node.content.size, "", " ");
}

/** The whole draft as plain text, one block a line. */
export function plainText(doc) {
  const lines = [];
  eachBlock(doc, (node) => lines.push(textOf(node)));
  return lines.join("\n\n");
}

/** Whether nothing has been written. */
export function isEmpty(doc) {
  return !/\S/.test(doc.textContent);
}

/** How a draft is checked, of what the server says of it. */
export const choicesOf = ({ style, dialect, date, sources }) => ({ style, dialect, date, sources });
