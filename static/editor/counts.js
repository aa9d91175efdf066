// Words and reading time; a block that did not change is not counted again.

import { count } from "./dom.js";
import { eachBlock, textOf } from "./schema.js";

const WORDS_A_MINUTE = 238; // Brysbaert, How many words do we read per minute?, 2019: silent reading of non-fiction
const words = new WeakMap();

/** Words of the draft. */
export function wordsOf(doc) {
  let sum = 0;
  eachBlock(doc, (node) => {
    if (!words.has(node)) words.set(node, textOf(node).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.,:-]*/gu)?.length ?? 0);
    sum += words.get(node);
  });
  return sum;
}

/** "312 words, about 2 minutes to read". */
export function lengthOf(doc) {
  const number = wordsOf(doc);
  if (!number) return "No words yet";
  const minutes = Math.round(number / WORDS_A_MINUTE);
  return `${count(number, "word")} · ${minutes < 1 ? "under a minute" : count(minutes, "minute")} to read`;
}
