// Word writes lists as paragraphs with the bullet in the text. Make them lists.

const isItem = (p) => /mso-list:\s*l\d+\s+level\d/i.test(p.getAttribute("data-style") ?? "") || /^MsoListParagraph/.test(p.className);

/** Turn runs of Word's list paragraphs under ``dom`` into ul and ol. */
export function wordLists(dom) {
  let list = null;
  for (const p of [...dom.querySelectorAll("p")]) {
    if (!isItem(p)) {
      list = null;
      continue;
    }
    const tag = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i.test(takeMarker(p)) ? "ol" : "ul";
    const follows = list && list.nodeName.toLowerCase() === tag && nextElement(list) === p;
    if (!follows) {
      list = dom.ownerDocument.createElement(tag);
      p.before(list);
    }
    const item = dom.ownerDocument.createElement("li");
    list.append(item);
    item.append(p);
  }
}

// The marker stands in an element that says mso-list:Ignore, or where that is lost, at the head of the text.
function takeMarker(p) {
  const ignored = [...p.querySelectorAll("[data-style]")].find((e) => /mso-list:\s*ignore/i.test(e.getAttribute("data-style")));
  if (ignored) {
    const marker = ignored.textContent;
    ignored.remove();
    return marker;
  }
  const walker = dom(p).createTreeWalker(p, 4);
  const text = walker.nextNode();
  const found = text && /^\s*(?:[·•§o▪–-]|\d+[.)]|[a-z][.)])[\s\u00a0]+/i.exec(text.data);
  if (!found) return "";
  text.data = text.data.slice(found[0].length);
  return found[0];
}

const dom = (node) => node.ownerDocument;

function nextElement(list) {
  let next = list.nextSibling;
  while (next && (next.nodeType === 8 || (next.nodeType === 3 && !next.data.trim()))) next = next.nextSibling;
  return next;
}
