// Every text block has an id of its own: after a split, a paste or an undo, whoever came second gets a fresh one.

import { Plugin } from "../vendor/prosemirror.js";
import { eachBlock } from "./schema.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => LETTERS[byte & 63]).join("");
}

/** Return a transaction that gives ids where they lack, or null where all is well. */
export function giveIds(state) {
  const seen = new Set();
  let tr = null;
  eachBlock(state.doc, (node, pos) => {
    if (node.attrs.id && !seen.has(node.attrs.id)) return seen.add(node.attrs.id);
    const id = freshId();
    seen.add(id);
    // An attribute's step moves no position, so flags and caret stay where they are.
    tr = (tr ?? state.tr).setNodeAttribute(pos, "id", id);
  });
  return tr;
}

export function blockIds() {
  return new Plugin({
    appendTransaction: (transactions, _, state) => (transactions.some((tr) => tr.docChanged) ? giveIds(state) : null),
  });
}
