// Single keys on the report page. They can be turned off, and never act while somebody types.

const SETTING = "copydesk.keys";

/** Call ``acts[key]`` for each key pressed outside a field; ``?`` always opens the help. */
export function listen(acts) {
  const box = document.getElementById("keys-on");
  box.checked = setting() !== "off";
  box.addEventListener("change", () => remember(box.checked ? "on" : "off"));
  const dialog = document.getElementById("keys");
  document.getElementById("show-keys").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || typing(event.target)) return;
    if (!box.checked) return;
    const act = event.key === "?" ? () => dialog.showModal() : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function typing(target) {
  if (target.matches("textarea, select, [contenteditable]")) return true;
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
