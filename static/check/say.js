// What the page says of itself, to the eye that looks for it and to a screen reader.

let speaking;

/** Say a sentence, after a breath, so that a screen reader hears a change even where the sentence is the same. */
export function say(sentence) {
  const said = document.getElementById("said");
  clearTimeout(speaking);
  said.textContent = "";
  speaking = setTimeout(() => {
    said.textContent = sentence;
  }, 60);
}

/** Ask in a dialog, in plain words; return whether the answer is yes. */
export function askPlainly(sentence) {
  const dialog = document.getElementById("plainly");
  document.getElementById("plainly-text").textContent = sentence;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
