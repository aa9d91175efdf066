// Keys pressed alone, without Ctrl or Alt: whoever dictates or types by switch can turn them off, for both pages at once.

const SETTING = "copydesk.keys";

/** Let a checkbox say whether single keys act, and remember what it says. */
export function rememberIn(box) {
  box.checked = setting() !== "off";
  box.addEventListener("change", () => remember(box.checked ? "on" : "off"));
}

/** Return whether a key pressed on an element writes there. */
export function typing(target) {
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") && !["radio", "checkbox", "button"].includes(target.type);
}

function setting() {
  try {
    return localStorage.getItem(SETTING);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(SETTING, value);
  } catch {
    // The choice then holds for this page alone.
  }
}
