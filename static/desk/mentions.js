// Calling a colleague in a comment: after an @ the people who may see the draft are offered, by name or sign-in name.
// Without a script the same is typed in full. The field stays a text box that has a list (a textarea can be no combobox).

const FIELDS = "#review textarea[name=body], #review textarea[name=question]";
const MOST = 6;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

let list = null;
let field = null;
let at = -1; // where the @ stands in the field
let current = 0;

/** Offer names in every field of the review that calls people; ``say`` tells a screen reader what is offered. */
export function startMentions(say) {
  list = Object.assign(document.createElement("ul"), { id: "mentions", className: "mentions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People to call");
  document.getElementById("review").append(list);
  document.addEventListener("input", (event) => event.target.matches(FIELDS) && offer(event.target, say));
  document.addEventListener("focusout", close);
  // Before the page's own keys: Escape closes the list, not the form around it.
  document.addEventListener("keydown", press, true);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
}

/** Everybody who may be called: {signIn, name}, as the page lists them for who has no script. */
function people() {
  return [...document.querySelectorAll("#comments [data-sign-in]")].map((each) => ({ signIn: each.dataset.signIn, name: each.dataset.name }));
}

function offer(target, say) {
  const before = target.value.slice(0, target.selectionStart);
  const found = /(?<![\p{L}\p{N}_@])@([\p{L}\p{N}._+-]*)$/u.exec(before);
  const wanted = found ? people().filter((each) => fits(each, plain(found[1]))).slice(0, MOST) : [];
  if (!wanted.length) return close();
  field = target;
  at = found.index;
  list.replaceChildren(...wanted.map(option));
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "mentions");
  list.hidden = false;
  place();
  mark(0);
  say(`${wanted.length === 1 ? "1 person" : `${wanted.length} people`}, ${wanted[0].name} first. Enter puts the name in, Escape leaves it.`);
}

/** Whether a sign-in name, or a word of a name, begins so. */
function fits({ signIn, name }, begun) {
  return [signIn, plain(name), ...plain(name).split(/[\s-]+/)].some((each) => each.startsWith(begun));
}

function option({ signIn, name }, n) {
  const made = document.createElement("li");
  made.id = `mention-${n}`;
  made.dataset.signIn = signIn;
  made.setAttribute("role", "option");
  made.append(name, " ", Object.assign(document.createElement("span"), { className: "quiet", textContent: `@${signIn}` }));
  return made;
}

function place() {
  const box = field.getBoundingClientRect();
  const base = (list.offsetParent ?? document.documentElement).getBoundingClientRect();
  list.style.left = `${box.left - base.left}px`;
  list.style.width = `${box.width}px`;
  const isBelow = box.bottom + list.offsetHeight < innerHeight || box.top < list.offsetHeight;
  list.style.top = `${(isBelow ? box.bottom + 2 : box.top - list.offsetHeight - 2) - base.top}px`;
}

function mark(n) {
  const options = [...list.children];
  current = (n + options.length) % options.length;
  options.forEach((each, i) => each.setAttribute("aria-selected", String(i === current)));
  field.setAttribute("aria-activedescendant", options[current].id);
}

function press(event) {
  if (list.hidden || event.target !== field || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return close();
  const act = {
    ArrowDown: () => mark(current + 1),
    ArrowUp: () => mark(current - 1),
    Enter: () => choose(list.children[current]),
    Tab: () => choose(list.children[current]),
    Escape: close,
  }[event.key];
  if (!act || (event.shiftKey && event.key === "Tab")) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Put the name in the place of what was begun, as typing would: the browser's own undo takes it back. */
function choose(chosen) {
  const words = `@${chosen.dataset.signIn} `;
  const target = field;
  target.setSelectionRange(at, target.selectionStart);
  close();
  if (!document.execCommand("insertText", false, words)) target.setRangeText(words, at, target.selectionEnd, "end");
}

function close() {
  list.hidden = true;
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
  field = null;
}
