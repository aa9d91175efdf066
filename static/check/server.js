// What the page tells the server: that a flag was accepted or dismissed (never any text of the draft), and new words.

const token = () => document.querySelector('meta[name="csrf-token"]').content;

/** Count decisions: {rule, category, action}. Nothing of the page depends on the answer. */
export async function tell(decisions) {
  try {
    await post("/decisions", decisions);
  } catch {
    // Counting is for the desk's own rules; a report goes on without it.
  }
}

/** Add a word to the newsroom's list; return "" where it is there now, else the sentence that says why not. */
export async function learn(word) {
  try {
    const answer = await post("/words", { word });
    return answer.ok ? "" : (await answer.json()).error;
  } catch {
    return "The word list can’t be reached, so the word was not added.";
  }
}

/** Silence something in the newsroom; return {id}, {plainly} where that has to be asked first, or {error}. */
export async function silenceInNewsroom(value, plainly) {
  try {
    const answer = await post("/silenced", { value, plainly });
    return await answer.json();
  } catch {
    return { error: "The newsroom’s list can’t be reached, so nothing was silenced." };
  }
}

/** Take a silence off the newsroom's list; return whether it is off now. */
export async function flagAgainInNewsroom(id) {
  try {
    return (await post("/silenced/again", { id })).ok;
  } catch {
    return false;
  }
}

function post(address, body) {
  return fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(body),
    keepalive: true,
  });
}
