// READ FIRST: the report page. Decisions are taken here, drawn by draft.js and margin.js, kept by keep.js.

import { Decisions } from "./decisions.js";
import { Draft } from "./draft.js";
import { copy, download, fileName } from "./export.js";
import { fingerprint, keepDismissed, keepWork, keptDismissed, keptWork } from "./keep.js";
import { listen } from "./keys.js";
import { place, unplace } from "./margin.js";
import { inUtf16, utf16Offsets } from "./offsets.js";
import { learn, tell } from "./server.js";
import { sayChecking } from "./waiting.js";
import { startViews } from "./views.js";

const SEVERITIES = ["must", "should", "may"];
const byId = (id) => document.getElementById(id);

const given = JSON.parse(byId("report-data").textContent);
const report = inUtf16(given);
const galley = byId("galley");
const cards = [...galley.querySelectorAll(".card")];
const draft = new Draft(galley, report);
const wide = matchMedia("(min-width: 62rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const shownSeverities = new Set(SEVERITIES);

const before = keptWork();
const resumed = before?.checked === report.text && before.steps.length > 0;
const decisions = new Decisions(report, resumed ? before.steps : []);
let current = -1;
let pinned = false; // whether the current flag was chosen by the person rather than by the page

const shown = (flag) => decisions.status(flag) === "open" && shownSeverities.has(report.flags[flag].severity);
const shownFlags = () => decisions.open.filter(shown);

// --- drawing ---------------------------------------------------------------------------------------------------------

function draw() {
  const view = byId("report").dataset.view;
  draft.draw(decisions, shown, report.places[view] ?? null);
  const open = shownFlags();
  if (!open.includes(current)) current = open.find((flag) => flag > current) ?? open.at(-1) ?? -1;
  for (const card of cards) {
    const flag = Number(card.dataset.flag);
    card.hidden = !shown(flag);
    card.classList.toggle("is-current", flag === current);
    // With room, the current card says why; without, that is for the person to open.
    if (wide.matches) card.querySelector(".card__why").open = flag === current;
    const accept = card.querySelector('[data-act="accept"]');
    if (accept) accept.disabled = !decisions.canAccept(flag, choiceOf(flag));
  }
  light(current);
  drawCounts();
  drawDecided();
  placeCards();
  byId("working-text").value = decisions.text;
}

function placeCards() {
  const visible = cards.filter((card) => !card.hidden);
  if (wide.matches && byId("report").dataset.view === "flags") place(galley, visible, current);
  else unplace(galley, cards);
}

function drawCounts() {
  const left = decisions.open;
  const count = byId("open-count");
  if (count) count.textContent = String(left.length);
  byId("tally").textContent = `${left.length || "No"} ${left.length === 1 ? "flag" : "flags"}${decisions.steps.length ? " left" : ""}`;
  for (const button of document.querySelectorAll("[data-severity]")) {
    const count = left.filter((flag) => report.flags[flag].severity === button.dataset.severity).length;
    button.querySelector("b").textContent = String(count);
  }
  const safe = decisions.safe.length;
  byId("accept-safe").disabled = safe === 0;
  byId("accept-safe").querySelector("b").textContent = String(safe);
  byId("undo").disabled = decisions.steps.length === 0;
}

function drawDecided() {
  byId("decided").hidden = decisions.steps.length === 0;
  const items = decisions.steps.map(({ act, flag, choice }) => {
    const item = document.createElement("li");
    const words = document.createElement("span");
    const { text, suggestions, message } = report.flags[flag];
    words.textContent = act === "accept" ? `${short(text)} → ${short(suggestions[choice].replacement) || "taken out"}` : `Dismissed: ${message}`;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--small";
    button.textContent = "Take back";
    button.setAttribute("aria-label", `Take back the decision on flag ${flag + 1}`);
    button.addEventListener("click", () => takeBack(flag));
    item.append(words, button);
    return item;
  });
  byId("decided-list").replaceChildren(...items);
}

const short = (words) => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

function light(flag) {
  const related = report.flags[flag]?.related ?? [];
  for (const mark of galley.querySelectorAll(".mark")) {
    const flags = mark.dataset.flags.split(" ").filter(Boolean).map(Number);
    mark.classList.toggle("is-lit", flags.includes(flag));
    const here = flags.map((i) => report.flags[i]);
    const isRelated = related.some((span) => here.some((f) => f.start < span.end && f.end > span.start));
    mark.classList.toggle("is-related", isRelated && !flags.includes(flag));
  }
}

// --- moving ----------------------------------------------------------------------------------------------------------

function go(flag, { focus = true } = {}) {
  if (flag === undefined || flag < 0) return;
  current = flag;
  pinned = true;
  draw();
  const card = byId(`flag-${flag + 1}`);
  const place = wide.matches ? galley.querySelector(`.mark[data-flags~="${flag}"]`) : card;
  if (focus) card.focus({ preventScroll: true });
  (place ?? card).scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}

function step(by) {
  const open = shownFlags();
  if (!open.length) return;
  if (!pinned && by > 0) return go(open.includes(current) ? current : open[0]);
  const at = open.indexOf(current);
  go(open[Math.min(Math.max(at + by, 0), open.length - 1)]);
}

// --- deciding --------------------------------------------------------------------------------------------------------

function choiceOf(flag) {
  const chosen = byId(`flag-${flag + 1}`)?.querySelector("[data-choice]:checked");
  return chosen ? Number(chosen.dataset.choice) : 0;
}

function accept(flag) {
  const choice = choiceOf(flag);
  if (!decisions.accept(flag, choice)) {
    if (flag >= 0) say(report.flags[flag].suggestions.length ? "That edit can’t be put in." : "Only the reporter can mend this: there is no edit to accept.");
    return;
  }
  settle(`Accepted: ${report.flags[flag].suggestions[choice].replacement || "words taken out"}.`, flag);
  tell([decided("accepted", flag)]);
}

function dismiss(flag) {
  if (!decisions.dismiss(flag)) return;
  keepDismissed(keptDismissed().add(fingerprint(report.flags[flag])));
  settle("Dismissed.", flag);
  tell([decided("dismissed", flag)]);
}

function acceptSafe() {
  const flags = decisions.acceptSafe();
  if (!flags.length) return;
  settle(`${flags.length} safe ${flags.length === 1 ? "edit" : "edits"} accepted.`);
  tell(flags.map((flag) => decided("accepted", flag)));
}

function undo() {
  const undone = decisions.undo();
  if (!undone.length) return say("Nothing to undo.");
  bringBack(undone);
}

function takeBack(flag) {
  bringBack(decisions.takeBack(flag));
}

function bringBack(undone) {
  const dismissed = keptDismissed();
  for (const { flag } of undone) dismissed.delete(fingerprint(report.flags[flag]));
  keepDismissed(dismissed);
  keep();
  go(undone[0].flag);
  say(`Taken back. ${leftWords()}`);
  tell(undone.map(({ act, flag }) => ({ ...decided("undone", flag), undoes: act === "accept" ? "accepted" : "dismissed" })));
}

async function learnWord(flag, word) {
  const done = await learn(word);
  if (!done) return say("The word list can’t be reached, so the word was not added.");
  const same = report.flags.flatMap((f, i) => (f.category === "spelling" && f.text === word ? [i] : []));
  decisions.dismissAll(same);
  settle(`“${word}” is on the word list.`, flag);
}

function settle(sentence, flag = -1) {
  const inCard = document.activeElement?.closest(".card");
  const next = shownFlags().find((f) => f > flag) ?? shownFlags().at(-1);
  keep();
  if (inCard && next !== undefined) go(next);
  else draw();
  if (inCard && next === undefined) byId("undo").focus();
  say(`${sentence} ${leftWords()}`);
}

function decided(action, flag) {
  const { rule, category } = report.flags[flag];
  return { rule, category, action };
}

function leftWords() {
  const counts = SEVERITIES.map((s) => `${decisions.open.filter((f) => report.flags[f].severity === s).length} ${s}`);
  return decisions.open.length ? `Left: ${counts.join(", ")}.` : "No flags left.";
}

let speaking;
function say(sentence) {
  clearTimeout(speaking);
  // Said after a breath, so that a screen reader hears a change even where the sentence is the same.
  byId("said").textContent = "";
  speaking = setTimeout(() => {
    byId("said").textContent = sentence;
  }, 60);
}

function keep() {
  const kept = keepWork({ text: decisions.text, checked: report.text, steps: decisions.steps });
  byId("unkept").hidden = kept;
}

// --- the page --------------------------------------------------------------------------------------------------------

galley.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  const card = event.target.closest(".card");
  const mark = event.target.closest(".mark, .number");
  if (button && card) {
    const flag = Number(card.dataset.flag);
    if (button.dataset.act === "accept") accept(flag);
    if (button.dataset.act === "dismiss") dismiss(flag);
    if (button.dataset.act === "learn") learnWord(flag, button.dataset.word);
  } else if (mark) {
    event.preventDefault();
    go(mark.matches(".number") ? Number(mark.textContent) - 1 : innermost(mark));
  } else if (card) {
    if (event.target.closest("a, summary, label")) return;
    current = Number(card.dataset.flag);
    pinned = true;
    draw();
  }
});

function innermost(mark) {
  const flags = mark.dataset.flags.split(" ").filter(Boolean).map(Number);
  return flags.toSorted((a, b) => size(a) - size(b))[0];
}
const size = (flag) => report.flags[flag].end - report.flags[flag].start;

galley.addEventListener("pointerover", (event) => {
  const over = event.target.closest(".card, .mark");
  if (over) light(over.matches(".card") ? Number(over.dataset.flag) : innermost(over));
});
galley.addEventListener("pointerleave", () => light(current));
galley.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (!card || Number(card.dataset.flag) === current) return;
  current = Number(card.dataset.flag);
  draw();
});
galley.addEventListener("change", (event) => {
  if (event.target.matches("[data-choice]")) draw();
});

for (const button of document.querySelectorAll("button[data-severity]")) {
  button.addEventListener("click", () => {
    const { severity } = button.dataset;
    if (!shownSeverities.delete(severity)) shownSeverities.add(severity);
    button.setAttribute("aria-pressed", String(shownSeverities.has(severity)));
    draw();
    say(`${shownFlags().length} flags shown.`);
  });
}

byId("accept-safe").addEventListener("click", acceptSafe);
byId("undo").addEventListener("click", undo);
byId("copy").addEventListener("click", async () => {
  const done = await copy(decisions.text);
  say(done ? "The corrected text is on the clipboard." : "The browser would not copy. Use Download.");
  byId("copy").textContent = done ? "Copied" : "Not copied";
  setTimeout(() => {
    byId("copy").textContent = "Copy";
  }, 2500);
});
byId("download").addEventListener("click", () => download(decisions.text, fileName(decisions.text)));

listen({
  j: () => step(1),
  k: () => step(-1),
  a: () => accept(current),
  d: () => dismiss(current),
  u: undo,
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [String(n), () => choose(n - 1)])),
});

function choose(choice) {
  const radio = byId(`flag-${current + 1}`)?.querySelector(`[data-choice="${choice}"]`);
  if (!radio) return;
  radio.checked = true;
  draw();
}

startViews(byId("report"), galley, { redraw: draw, toUtf16: utf16Offsets(given.text), calm: () => calm.matches });
wide.addEventListener("change", draw);
sayChecking(byId("report"));
new ResizeObserver(placeCards).observe(galley);

if (!resumed) {
  const dismissed = keptDismissed();
  decisions.dismissAll(report.flags.flatMap((flag, i) => (dismissed.has(fingerprint(flag)) ? [i] : [])));
}
keep();
draw();
if (resumed) say(`Your decisions on this draft are as you left them. ${leftWords()}`);
