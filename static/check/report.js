// READ FIRST: the report page. What the person does becomes steps (deciding.js, decisions.js); draft.js, cards.js, tally.js
// and decided.js draw what follows from them, keep.js keeps them.

import { Cards } from "./cards.js";
import { drawDecided } from "./decided.js";
import { Deciding } from "./deciding.js";
import { Decisions } from "./decisions.js";
import { Draft } from "./draft.js";
import { startExport } from "./export.js";
import { fingerprint, keptDismissed, keptWork, stepsFrom } from "./keep.js";
import { listen } from "./keys.js";
import { innermost, light } from "./lights.js";
import { inUtf16, utf16Offsets } from "./offsets.js";
import { say } from "./say.js";
import { drawTally, leftWords, SEVERITIES } from "./tally.js";
import { startViews } from "./views.js";
import { sayChecking } from "./waiting.js";

const byId = (id) => document.getElementById(id);
const given = JSON.parse(byId("report-data").textContent);
const report = inUtf16(given);
const page = byId("report");
const galley = byId("galley");
const draft = new Draft(galley, report);
const wide = matchMedia("(min-width: 62rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const shownSeverities = new Set(SEVERITIES);
const hiddenBefore = Number(byId("silenced-count").textContent);

const before = keptWork();
const resumed = before?.checked === report.text && before.steps.length > 0;
const silencesBefore = new Set([...page.querySelectorAll('input[name="silence"]')].map((input) => input.value));
const decisions = new Decisions(report, resumed ? stepsFrom(before.steps, report, silencesBefore) : []);
const cards = new Cards(galley, decisions);
const deciding = new Deciding(decisions, { cards, shownFlags, go, draw });
let current = -1;
let pinned = false; // whether the current flag was chosen by the person rather than by the page

const shown = (flag) => decisions.status(flag) === "open" && shownSeverities.has(report.flags[flag].severity);

function shownFlags() {
  return decisions.open.filter(shown);
}
const shownCards = () => cards.faces(shownFlags(), current);

// --- drawing ---------------------------------------------------------------------------------------------------------

function draw() {
  draft.draw(decisions, shown, report.places[page.dataset.view] ?? null);
  const open = shownFlags();
  if (!open.includes(current)) {
    const standing = cards.faces(open, -1);
    current = standing.find((flag) => flag > current) ?? standing.at(-1) ?? -1;
  }
  cards.draw(open, current, wide.matches);
  light(galley, report, current);
  drawTally(decisions, hiddenBefore);
  drawDecided(decisions, (step) => deciding.takeBack(step));
  placeCards();
  byId("working-text").value = decisions.text;
}

function placeCards() {
  cards.place(current, wide.matches && page.dataset.view === "flags");
}

// --- moving ----------------------------------------------------------------------------------------------------------

function go(flag, { focus = true } = {}) {
  if (flag === undefined || flag < 0) return;
  current = flag;
  pinned = true;
  draw();
  const card = cards.of(flag);
  const place = wide.matches ? galley.querySelector(`.mark[data-flags~="${flag}"]`) : card;
  if (focus) card.focus({ preventScroll: true });
  (place ?? card).scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}

function step(by) {
  const standing = shownCards();
  if (!standing.length) return;
  if (!pinned && by > 0) return go(standing.includes(current) ? current : standing[0]);
  const at = standing.indexOf(current);
  go(standing[Math.min(Math.max(at + by, 0), standing.length - 1)]);
}

// --- the page --------------------------------------------------------------------------------------------------------

const acts = {
  accept: (flag) => deciding.accept(flag),
  dismiss: (flag) => deciding.dismiss(flag),
  "accept-like": (flag) => deciding.accept(flag),
  "dismiss-like": (flag) => deciding.dismiss(flag),
  "accept-all": (flag) => deciding.acceptAllLike(flag),
  "dismiss-all": (flag) => deciding.dismissAllLike(flag),
  learn: (flag, button) => deciding.learnWord(flag, button.dataset.word),
};

galley.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act], button[name^=silence]");
  const card = event.target.closest(".card");
  const mark = event.target.closest(".mark, .number, [data-go]");
  if (button && card) {
    const flag = Number(button.dataset.on ?? card.dataset.flag);
    if (button.dataset.act) acts[button.dataset.act](flag, button);
    else {
      event.preventDefault();
      deciding.silence(flag, button.value, button.name === "silence" ? "draft" : "newsroom");
    }
  } else if (mark) {
    event.preventDefault();
    if (mark.dataset.go) go(Number(mark.dataset.go));
    else go(mark.matches(".number") ? Number(mark.textContent) - 1 : innermost(report, mark));
  } else if (card) {
    current = Number(card.dataset.flag);
    pinned ||= !event.target.closest("a, summary, label");
    draw();
  }
});

galley.addEventListener("pointerover", (event) => {
  const over = event.target.closest("[data-go], .card, .mark");
  if (over) light(galley, report, over.matches(".mark") ? innermost(report, over) : Number(over.dataset.go ?? over.dataset.flag));
});
galley.addEventListener("pointerleave", () => light(galley, report, current));
// A press focuses the button before it clicks it: were the cards moved then, the click would miss.
let pressing = false;
galley.addEventListener("pointerdown", () => {
  pressing = true;
});
addEventListener("pointerup", () => {
  pressing = false;
});
galley.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (pressing || !card || Number(card.dataset.flag) === current) return;
  current = Number(card.dataset.flag);
  draw();
});
galley.addEventListener("change", (event) => {
  if (event.target.matches("[data-choice]")) draw();
});
galley.addEventListener("toggle", placeCards, true);

page.addEventListener("click", (event) => {
  const button = event.target.closest('button[name="unify"]');
  if (!button) return;
  event.preventDefault();
  deciding.useEverywhere(button.value);
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

byId("accept-safe").addEventListener("click", () => deciding.acceptSafe());
byId("undo").addEventListener("click", () => deciding.undo());
startExport(() => decisions.text, say);

listen({
  j: () => step(1),
  k: () => step(-1),
  a: () => deciding.accept(current),
  A: () => cards.of(current)?.querySelector('[data-act="accept-all"]')?.click(),
  d: () => deciding.dismiss(current),
  u: () => deciding.undo(),
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [String(n), () => cards.choose(current, n - 1) && draw()])),
});

startViews(page, galley, { redraw: draw, toUtf16: utf16Offsets(given.text), calm: () => calm.matches });
wide.addEventListener("change", draw);
sayChecking(page);
new ResizeObserver(placeCards).observe(galley);

if (!resumed) {
  const dismissed = keptDismissed();
  decisions.dismissAll(report.flags.flatMap((flag, i) => (dismissed.has(fingerprint(flag)) ? [i] : [])));
}
deciding.keep();
draw();
if (resumed) say(`Your decisions on this draft are as you left them. ${leftWords(decisions)}`);
