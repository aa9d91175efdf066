// An edit as a person reads it: whole words struck and put in. The same as edit_diff in app/flags/marked.py.

import { h } from "./dom.js";
import { textOf } from "./schema.js";

const MOST_AROUND = 40;
const hasWords = (text) => /[\p{L}\p{N}\s]/u.test(text);

/** Return {before, old, now, after}, less the words that old and new share at either end. */
export function editDiff(text, start, end, replacement) {
  let from = start;
  let to = end;
  while (from > 0 && start - from < MOST_AROUND && !/\s/.test(text[from - 1])) from -= 1;
  while (to < text.length && to - end < MOST_AROUND && !/\s/.test(text[to])) to += 1;
  let before = text.slice(from, start);
  let after = text.slice(end, to);
  let old = text.slice(start, end);
  let now = replacement;
  if ((now.startsWith(old) && hasWords(now.slice(old.length))) || old.startsWith(now)) {
    const same = Math.min(old.length, now.length);
    [before, old, now] = [before + old.slice(0, same), old.slice(same), now.slice(same)];
  }
  if ((old && now) || (now && !hasWords(now) && before + after)) {
    [before, old, now, after] = ["", before + old + after, before + now + after, ""];
  }
  const lead = sharedWords(old, now);
  const tail = sharedWords(reversed(old.slice(lead)), reversed(now.slice(lead)));
  return {
    before: before + old.slice(0, lead),
    old: old.slice(lead, old.length - tail),
    now: now.slice(lead, now.length - tail),
    after: old.slice(old.length - tail) + after,
  };
}

const reversed = (text) => [...text].reverse().join("");

function sharedWords(a, b) {
  let shared = 0;
  for (let at = 0; at < Math.min(a.length, b.length) && a[at] === b[at]; at += 1) if (/\s/.test(a[at])) shared = at + 1;
  return shared;
}

/** Draw an edit {from, to, replacement} of the document, with ``around`` letters of its sentence at either side. */
export function drawEdit(doc, edit, { around = 0 } = {}) {
  const $from = doc.resolve(edit.from);
  const [text, start] = [textOf($from.parent), $from.parentOffset];
  const end = start + edit.to - edit.from;
  const { before, old, now, after } = editDiff(text, start, end, edit.replacement);
  const diff = h("span", { class: "diff" }, before, old && h("del", {}, old), old && now && " ", now && h("ins", {}, now), after);
  if (!around) return diff;
  const lead = text.slice(0, start).replace(/\S*$/, "").slice(-around).replace(/^\S*\s/, "");
  const tail = text.slice(end).replace(/^\S*/, "").slice(0, around).replace(/\s\S*$/, "");
  return h("span", {}, lead, diff, tail);
}
