// Who looks: an open page says every few seconds that it is open, and is told who else has the draft open.

import { say } from "../check/say.js";

const EVERY = 15_000; // milliseconds

/** Begin to say so. */
export function stayHere() {
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}

async function ask() {
  if (document.hidden) return;
  let now;
  try {
    const answer = await fetch(document.getElementById("review").dataset.here, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": document.querySelector('meta[name="csrf-token"]').content },
    });
    if (!answer.ok || answer.redirected) return;
    now = await answer.json();
  } catch {
    return; // the next time may reach it
  }
  // The line is drawn anew with each act, so it is looked up only now.
  const line = document.getElementById("looking");
  if (line.textContent === now.looking) return;
  line.textContent = now.looking;
  line.hidden = !now.looking;
  if (now.looking) say(`${now.looking}.`);
}
