// Keys: how they are written in the table of actions ("Mod-Shift-L"), matched to events, and shown to people.

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

const SHOWN = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc" };
const MAC = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↩" };
const OTHERS = { Mod: "Ctrl" };

function parse(written) {
  const parts = written.split("-");
  const key = parts.pop() || "-";
  return { key, mod: parts.includes("Mod"), shift: parts.includes("Shift"), alt: parts.includes("Alt") };
}

/** Whether a key event is the key as written. */
export function matches(event, written) {
  const { key, mod, shift, alt } = parse(written);
  if (event.isComposing || event.getModifierState?.("AltGraph")) return false;
  const [command, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (command !== mod || other || event.altKey !== alt) return false;
  // A sign such as ? or / may need Shift on one keyboard and not on another.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && event.shiftKey !== shift) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (!/^[a-z0-9]$/i.test(key) || !(mod || alt)) return false;
  // With Shift or Alt a keyboard may type another character; the place of the key tells.
  return (shift || alt) && event.code === (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);
}

/** The key as people know it: ["Ctrl", "Shift", "L"]. */
export function shown(written) {
  const { key, mod, shift, alt } = parse(written);
  const names = isMac ? MAC : OTHERS;
  const name = names[key] ?? SHOWN[key] ?? (key.length === 1 && mod + shift + alt ? key.toUpperCase() : key);
  return [mod && "Mod", alt && "Alt", shift && "Shift"].filter(Boolean).map((m) => names[m] ?? m).concat(name);
}
