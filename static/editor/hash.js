// SHA-256 of a block's text: its name in the server's cache.

const hashes = new Map();

/** Return 32 hex digits, or "" where the browser keeps its hashes for secure pages (plain http from another machine). */
export async function hashOf(text) {
  if (!crypto.subtle) return "";
  if (!hashes.has(text)) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    if (hashes.size > 5000) hashes.clear();
    hashes.set(text, Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  return hashes.get(text);
}
