// The preview of all safe edits: each is shown in its words and can be left out.

import { drawEdit } from "./diff.js";
import { byId, h } from "./dom.js";

const AROUND = 34; // letters of the sentence at either side of an edit

/** Show the edits of the flags; return whether there are any. */
export function showSafe(doc, flags) {
  byId("safe-list").replaceChildren(
    ...flags.map((flag) =>
      h("li", {}, h("label", {}, h("input", { type: "checkbox", checked: true, value: flag.id }), h("span", {}, drawEdit(doc, flag.suggestions[0], { around: AROUND }), h("small", {}, flag.message))))),
  );
  if (flags.length) byId("safe-dialog").showModal();
  return flags.length > 0;
}

/** The ids of the flags whose edits were left ticked. */
export const chosenSafe = () => [...byId("safe-list").querySelectorAll(":checked")].map((box) => box.value);
