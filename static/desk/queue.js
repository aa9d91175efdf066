// READ FIRST: the queue page. Keys move through the lines, acts are sent beside the page, and a small question every few
// seconds tells which lines changed; new ones wait for a press, so that nothing jumps under the cursor.

import { listen } from "../check/keys.js";
import { say } from "../check/say.js";
import { NOT_REACHED, SIGNED_OUT, load, send, takeToken } from "./swap.js";

const EVERY = 6000; // milliseconds
const byId = (id) => document.getElementById(id);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const lines = () => [...document.querySelectorAll(".line:not(.is-gone)")];
let current = "";
let busy = false;

// --- the current line ------------------------------------------------------------------------------------------------

function mark(uid, { focus = true } = {}) {
  current = uid;
  for (const line of document.querySelectorAll(".line")) line.classList.toggle("is-current", line.dataset.uid === uid);
  const line = uid && byId(`line-${uid}`);
  if (!line) return;
  if (focus) line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function step(by) {
  const all = lines();
  if (!all.length) return;
  const at = all.findIndex((line) => line.dataset.uid === current);
  mark(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)].dataset.uid);
}

const line = () => byId(`line-${current}`);

function press(act) {
  const button = line()?.querySelector(`[data-act="${act}"]`);
  if (button) button.click();
  else if (line()) say(act === "claim" ? "This draft can’t be claimed now." : "You don’t hold this draft.");
}

function select() {
  const box = line()?.querySelector('input[name="uid"]');
  if (!box) return;
  box.checked = !box.checked;
  countTicked();
}

function countTicked() {
  const ticked = document.querySelectorAll('input[name="uid"]:checked').length;
  const bar = byId("bulk");
  if (!bar) return;
  byId("ticked").textContent = String(ticked);
  bar.classList.toggle("is-needed", ticked > 0);
}

// --- acts ------------------------------------------------------------------------------------------------------------

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.id !== "acts") return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  event.submitter?.setAttribute("aria-busy", "true");
  const { status, page } = await send(form, event.submitter);
  busy = false;
  event.submitter?.removeAttribute("aria-busy");
  if (!page?.getElementById("queue")) return tell(status === 401 ? SIGNED_OUT : NOT_REACHED);
  const said = page.querySelector(".told--flash")?.textContent ?? "";
  takeToken(page);
  for (const box of document.querySelectorAll('input[name="uid"]:checked')) box.checked = false;
  draw(page, { keep: true });
  countTicked();
  tell(said);
});

function tell(sentence) {
  let told = document.querySelector(".told--flash");
  if (!told) {
    told = Object.assign(document.createElement("p"), { className: "told told--done told--flash" });
    byId("main").prepend(told);
  }
  told.textContent = sentence;
  say(sentence);
}

// --- live ------------------------------------------------------------------------------------------------------------

/** Take the changed lines over from a page. ``keep``: lines that are gone stay, greyed, and new ones wait. */
function draw(page, { keep }) {
  takeCounts(page);
  const fresh = new Map([...page.querySelectorAll(".line")].map((each) => [each.dataset.uid, each]));
  if (!keep) {
    byId("lines").replaceChildren(...document.adoptNode(page.getElementById("lines")).childNodes);
    byId("news").hidden = true;
    mark(current, { focus: false });
    return;
  }
  for (const old of document.querySelectorAll(".line")) {
    const now = fresh.get(old.dataset.uid);
    fresh.delete(old.dataset.uid);
    if (!now) old.classList.add("is-gone");
    else if (now.dataset.digest !== old.dataset.digest || old.classList.contains("is-gone")) replace(old, now);
  }
  news(fresh.size);
}

function replace(old, now) {
  const had = old.contains(document.activeElement);
  const box = old.querySelector('input[name="uid"]')?.checked;
  const made = document.adoptNode(now);
  if (box) made.querySelector('input[name="uid"]').checked = true;
  made.classList.toggle("is-current", made.dataset.uid === current);
  old.replaceWith(made);
  if (had) made.focus({ preventScroll: true });
}

function takeCounts(page) {
  for (const count of page.querySelectorAll("[data-count]")) {
    const here = document.querySelector(`[data-count="${count.dataset.count}"]`);
    if (here) here.textContent = count.textContent;
  }
}

function news(count) {
  byId("news").hidden = count === 0;
  const words = count === 1 ? "1 more draft is here now." : `${count} more drafts are here now.`;
  if (count && byId("news-text").textContent !== words) say(words);
  byId("news-text").textContent = words;
}

byId("show-news").addEventListener("click", async () => {
  const { page } = await load(location.href);
  if (page?.getElementById("lines")) draw(page, { keep: false });
  countTicked();
});

async function look() {
  if (document.hidden || busy) return;
  let now;
  try {
    const answer = await fetch(byId("queue").dataset.changes, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    now = await answer.json();
  } catch {
    return; // the next look may reach it
  }
  if (busy) return;
  for (const [name, count] of Object.entries(now.counts)) {
    const here = document.querySelector(`[data-count="${name}"]`);
    if (here) here.textContent = String(count);
  }
  const shown = new Map([...document.querySelectorAll(".line")].map((each) => [each.dataset.uid, each]));
  const fresh = new Map(now.rows);
  const changed = [...shown].some(([uid, each]) => (fresh.get(uid) ?? "gone") !== (each.classList.contains("is-gone") ? "gone" : each.dataset.digest));
  if (!changed) return news([...fresh.keys()].filter((uid) => !shown.has(uid)).length);
  const { page } = await load(location.href);
  if (page?.getElementById("lines") && !busy) draw(page, { keep: true });
}

setInterval(look, EVERY);
document.addEventListener("visibilitychange", look);

// --- the page --------------------------------------------------------------------------------------------------------

document.addEventListener("change", (event) => {
  if (event.target.matches('input[name="uid"]')) countTicked();
  if (event.target.form?.id === "sieve" && event.target.type !== "search") event.target.form.requestSubmit();
});
document.addEventListener("focusin", (event) => {
  const inside = event.target.closest(".line");
  if (inside && inside.dataset.uid !== current) mark(inside.dataset.uid, { focus: false });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches(".line")) return;
  event.target.querySelector(".lines__title").click();
});
byId("search").addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.blur();
});

listen({
  j: () => step(1),
  k: () => step(-1),
  c: () => press("claim"),
  r: () => press("release"),
  x: select,
  "/": () => {
    byId("search").focus();
    byId("search").select();
  },
});
countTicked();
byId("queue").dataset.ready = "";
