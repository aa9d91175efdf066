// Single keys on the report page. They can be turned off, and never act while somebody types.

import { rememberIn, typing } from "./single_keys.js";

/** Call ``acts[key]`` for each key pressed outside a field; ``?`` always opens the help. */
export function listen(acts) {
  const box = document.getElementById("keys-on");
  rememberIn(box);
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
