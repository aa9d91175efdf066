// The form: counts words, keeps the text while it is typed, and brings it back.

import { forgetWork, keepWork, keptWork } from "./keep.js";
import { sayChecking } from "./waiting.js";

const area = document.getElementById("text");
const count = document.getElementById("count");
const told = document.getElementById("kept");

function drawCount() {
  const words = area.value.trim() ? area.value.trim().split(/\s+/).length : 0;
  count.textContent = words ? `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}` : "";
}

function keep() {
  drawCount();
  keepWork({ text: area.value, checked: "", steps: [] });
}

function bringBack(text) {
  area.value = text;
  keep();
  offer("Your text from before is here.", "Start afresh", () => {
    forgetWork();
    area.value = "";
    drawCount();
    told.hidden = true;
    area.focus();
  });
}

function offer(sentence, label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small";
  button.textContent = label;
  button.addEventListener("click", act);
  told.replaceChildren(sentence, button);
  told.hidden = false;
}

const before = keptWork()?.text ?? "";
if (before.trim() && !area.value.trim()) {
  bringBack(before);
} else if (before.trim() && before.replaceAll("\r\n", "\n") !== area.value) {
  offer("The text you had before is kept.", "Put it back", () => bringBack(before));
}
drawCount();
area.addEventListener("input", keep);
sayChecking(area.form);
