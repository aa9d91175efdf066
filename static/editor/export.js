// The story out of the page: as rich text and plain text to the clipboard, and as a file.

import { copy } from "../check/export.js";
import { htmlOf } from "./paste.js";
import { plainText } from "./schema.js";

export { download, fileName } from "../check/export.js";

/** Put the whole story on the clipboard, clean; return whether that worked. */
export async function copyRich(doc) {
  const text = plainText(doc);
  try {
    const as = (type, words) => new Blob([words], { type });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": as("text/html", htmlOf(doc.content)), "text/plain": as("text/plain", text) })]);
    return true;
  } catch {
    return copy(text);
  }
}
