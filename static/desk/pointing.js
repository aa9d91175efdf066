// Words of the draft that a comment is about: selected with the pointer or the keyboard, handed to the comment's form.

const galley = () => document.getElementById("galley");
const form = () => document.getElementById("new-comment");

/** Offer a comment on selected words; return {begin}, which a key calls. */
export function startPointing(say) {
  const box = document.createElement("div");
  box.className = "pointing";
  box.hidden = true;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--small", textContent: "Comment on this" });
  box.append(button);
  document.body.append(box);
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", begin);
  document.addEventListener("selectionchange", () => {
    const place = selected();
    box.hidden = !place || !form();
    if (box.hidden) return;
    const at = getSelection().getRangeAt(0).getBoundingClientRect();
    box.style.left = `${Math.max(at.left + scrollX, 8)}px`;
    box.style.top = `${at.bottom + scrollY + 6}px`;
  });

  function begin() {
    if (!form()) return;
    const place = selected();
    for (const name of ["block", "start", "end", "words"]) form().elements[name].value = place?.[name] ?? "";
    box.hidden = true;
    form().scrollIntoView({ block: "center" });
    form().elements.body.focus({ preventScroll: true });
    say(place ? "Your comment is on the words you selected." : "Your comment is on the whole draft.");
  }
  return { begin };
}

/** The selected words in one paragraph, as {block, start, end, words}: UTF-16 units of the paragraph's text; or null. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !galley()) return null;
  const range = selection.getRangeAt(0);
  const copy = closest(range.startContainer, ".copy");
  if (!copy || closest(range.endContainer, ".copy") !== copy || !galley().contains(copy)) return null;
  let at = 0;
  let start = null;
  let end = null;
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const counts = !closest(node, ".number, .was");
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (range.intersectsNode(node) && counts && to > from) {
      start ??= at + from;
      end = at + to;
    }
    if (counts) at += node.length;
  }
  if (start === null) return null;
  const words = textOf(copy).slice(start, end);
  return words.trim() ? { block: copy.closest(".row").dataset.block, start, end, words } : null;
}

function textOf(copy) {
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!closest(node, ".number, .was")) text += node.data;
  return text;
}

function closest(node, selector) {
  return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(selector) ?? null;
}
