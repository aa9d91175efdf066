// READ FIRST: the review page. Every act is a form of the page; here they are sent beside it, one after the other, and the
// page takes over what came of them. cards.js knows the cards, pointing.js the words that a comment is about, here.js who else
// looks, mentions.js the names after an @.

import { listen } from "../check/keys.js";
import { say } from "../check/say.js";
import { Cards } from "./cards.js";
import { stayHere } from "./here.js";
import { startMentions } from "./mentions.js";
import { startPointing } from "./pointing.js";
import { NOT_REACHED, SIGNED_OUT, send, takeOver, takeToken } from "./swap.js";

const byId = (id) => document.getElementById(id);
const PARTS = ["bar", "told", "galley", "comments", "facts", "sign-off", "decided"];
const cards = new Cards();
let sending = Promise.resolve();
let waiting = 0;
let failed = false;

// --- sending ---------------------------------------------------------------------------------------------------------

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-swap")) return;
  event.preventDefault();
  const button = event.submitter;
  const card = form.closest("[data-card]");
  const decides = Boolean(card) && !form.matches(".answer");
  if (decides) cards.leave(card);
  else button?.setAttribute("aria-busy", "true");
  waiting += 1;
  sending = sending.then(() => act(form, button, card)).finally(() => {
    waiting -= 1;
    if (!waiting) failed = false;
    button?.removeAttribute("aria-busy");
  });
});

async function act(form, button, card) {
  if (failed) return cards.stay(card); // what was pressed after a refusal was pressed on a page that is no more
  const { status, page } = await send(form, button, (data) => {
    // What this page did itself is no news to it: the revision that it stands on is the latest it was shown.
    if (data.has("revision")) data.set("revision", byId("review").dataset.revision);
  });
  if (!page?.getElementById("review")) {
    failed = waiting > 1;
    cards.stay(card);
    return tell(status === 401 ? SIGNED_OUT : status === 404 ? "This draft is no longer yours to see." : NOT_REACHED);
  }
  failed = status >= 400 && waiting > 1;
  draw(page, form);
  const said = page.querySelector("[role=alert] p, .told--act p, .told--flash")?.textContent;
  say([said, byId("tally").textContent].filter(Boolean).join(" "));
}

function draw(page, form) {
  const place = cards.remember(form);
  const read = [...document.querySelectorAll("#facts details[open]")].map((each) => each.id);
  for (const old of document.querySelectorAll(".told--flash")) old.remove();
  takeToken(page);
  byId("review").dataset.revision = page.getElementById("review").dataset.revision;
  const next = page.getElementById("review");
  for (const old of document.querySelectorAll(".slip, .viewbar")) {
    const fresh = next.querySelector(`.${old.classList[0]}`);
    if (fresh) old.replaceWith(document.adoptNode(fresh));
  }
  const clean = next.querySelector(".clean");
  document.querySelector(".review > .clean")?.remove();
  for (const id of PARTS) takeOver(page, id);
  for (const id of read) byId(id)?.setAttribute("open", "");
  if (clean?.parentElement === next) byId("galley").before(document.adoptNode(clean));
  cards.draw(place);
}

function tell(sentence) {
  const told = Object.assign(document.createElement("p"), { className: "told told--wrong", textContent: sentence });
  told.setAttribute("role", "alert");
  byId("told").replaceChildren(told);
}

// --- keys ------------------------------------------------------------------------------------------------------------

function press(selector) {
  cards.current?.querySelector(`:scope > .ways > ${selector}`)?.click();
}

function open(way) {
  const details = cards.current?.querySelector(`:scope > .ways > [data-way="${way}"]`);
  if (!details) return;
  for (const other of cards.current.querySelectorAll(".way[open]")) other.open = false;
  details.open = true;
  const field = details.querySelector("input[type=text], textarea");
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  cards.place();
}

function choose(number) {
  const quick = cards.current?.querySelector(`.way[data-way="dismiss"][open] [data-quick="${number}"]`);
  if (quick) return quick.click();
  const radio = cards.current?.querySelector(`input[name="choice"][value="${number - 1}"]`);
  if (radio) radio.checked = true;
}

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key === "Escape" && field.matches("#review input, #review textarea, #review select")) {
    const way = field.closest(".way");
    if (way) way.open = false;
    (field.closest("[data-card]") ?? field).focus();
    if (!field.closest("[data-card]")) field.blur();
    cards.place();
  }
  // A reason of one figure chooses the reason by that number: "d", "2" dismisses.
  if (/^[1-4]$/.test(event.key) && field.matches('.way[data-way="dismiss"] input[name="reason"]') && !field.value) {
    event.preventDefault();
    choose(Number(event.key));
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && field.matches("#review textarea")) {
    event.preventDefault();
    field.form.requestSubmit(field.form.querySelector("button"));
  }
});

listen({
  j: () => cards.step(1),
  k: () => cards.step(-1),
  a: () => press('[data-act="accept"]'),
  A: () => press('[data-act="accept-all"]'),
  d: () => open("dismiss"),
  e: () => open("edit"),
  q: () => (cards.current?.matches(".card--thread, .card--asked") ? cards.current.querySelector(".answer textarea")?.focus() : open("ask")),
  m: () => pointing.begin(),
  u: () => byId("undo")?.click(),
  s: () => {
    byId("sign-off").scrollIntoView({ block: "start" });
    byId("sign-off").focus({ preventScroll: true });
  },
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [String(n), () => choose(n)])),
});

// The bar is drawn anew with each act, and with it the button that opens the keys.
document.addEventListener("click", (event) => {
  if (event.target.closest("#show-keys") && !byId("keys").open) byId("keys").showModal();
});

const pointing = startPointing(say);
startMentions(say);
cards.draw(null);
stayHere();
byId("review").dataset.ready = "";
