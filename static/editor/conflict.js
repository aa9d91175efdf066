// Two texts of one draft, side by side, for a person to choose from.

import { byId, h } from "./dom.js";
import { eachBlock, textOf } from "./schema.js";

/** Ask which text goes on. ``choose`` gets "mine", "theirs" or, where the dialog is just closed, nothing. */
export function showConflict(mine, theirs, { author, at }, choose) {
  const dialog = byId("conflict-dialog");
  byId("conflict-theirs-title").textContent = `${author}, ${timeOf(at)}`;
  const [left, right] = [blocksOf(mine), blocksOf(theirs)];
  byId("conflict-mine").replaceChildren(...drawBlocks(left, right));
  byId("conflict-theirs").replaceChildren(...drawBlocks(right, left));
  dialog.onclose = () => {
    const { returnValue } = dialog;
    dialog.returnValue = "";
    if (returnValue) choose(returnValue);
  };
  dialog.showModal();
}

export function timeOf(at) {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

function blocksOf(doc) {
  const blocks = [];
  eachBlock(doc, (node) => textOf(node).trim() && blocks.push({ kind: node.type.name, text: textOf(node) }));
  return blocks;
}

function drawBlocks(blocks, others) {
  const there = new Set(others.map(({ text }) => text));
  return blocks.map(({ text }) => h("p", { class: there.has(text) ? "" : "differs", dir: "auto" }, text));
}
