// Small helpers to build elements and to speak to screen readers.

export const byId = (id) => document.getElementById(id);

/** Build an element: ``h("p", { class: "told", hidden: true }, "words", child)``. Text is always text. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

/** A button that does something. */
export function button(label, act, attributes = {}) {
  return h("button", { type: "button", class: "button button--small", onclick: act, ...attributes }, label);
}

let speaking;
/** Say a sentence politely to screen readers; a new one replaces one that has not been read. */
export function say(sentence) {
  clearTimeout(speaking);
  byId("said").textContent = "";
  speaking = setTimeout(() => {
    byId("said").textContent = sentence;
  }, 60);
}

export const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Bring an element into the middle of the window, where it is not in view. */
export function reveal(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= 140 && bottom <= innerHeight - 60) return;
  element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}
