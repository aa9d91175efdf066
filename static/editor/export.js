// The story out of the page: as rich text and plain text to the clipboard, and as a file.

import { copy, download, fileName } from "../check/export.js";
import { say } from "./dom.js";
import { htmlOf } from "./paste.js";
import { plainText } from "./schema.js";

/** Put the whole story on the clipboard, and say whether that worked. */
export async function copyStory(doc) {
  say((await copyRich(doc)) ? "The story is on the clipboard." : "The browser would not copy. Download it instead.");
}

/** Hand the story over as a text file. */
export function downloadStory(doc) {
  const text = plainText(doc);
  download(text, fileName(text));
}

async function copyRich(doc) {
  const text = plainText(doc);
  try {
    const as = (type, words) => new Blob([words], { type });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": as("text/html", htmlOf(doc.content)), "text/plain": as("text/plain", text) })]);
    return true;
  } catch {
    return copy(text);
  }
}
