// Paste from Word, Google Docs, mail and the web comes in as clean text; copy goes out as plain HTML and text.
// Nothing of the pasted page is let through: a new tree is built from the few elements that a draft knows.

import { DOMParser, DOMSerializer, Slice } from "../vendor/prosemirror.js";
import { isEmpty, isLink, schema } from "./schema.js";
import { wordLists } from "./paste_word.js";

const OWN = "application/x-copydesk";
const DROPPED = new Set("SCRIPT STYLE META LINK TITLE HEAD XML IFRAME OBJECT EMBED IMG SVG MATH VIDEO AUDIO CANVAS FORM BUTTON INPUT SELECT TEXTAREA TEMPLATE NOSCRIPT NAV FOOTER".split(" "));
const HEADINGS = { H1: "h1", H2: "h2", H3: "h3", H4: "h3", H5: "h3", H6: "h3" };
const BLOCKS = new Set("P DIV SECTION ARTICLE MAIN HEADER ASIDE BLOCKQUOTE PRE TABLE TBODY THEAD TFOOT TR TD TH DL DT DD FIGURE FIGCAPTION CENTER ADDRESS HR BODY UL OL LI CAPTION".split(" "));

const BREAKS = [...BLOCKS, ...Object.keys(HEADINGS), "BR"].join(",");

const styleOf = (element) => (element.getAttribute("data-style") ?? "").toLowerCase();

/** HTML before it is parsed: style and script are put out of use, which the page's policy would only complain of. */
function disarm(html) {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)\s*=/gi, (_, name) => ` data-${name.toLowerCase()}=`));
}

/** Return a clean copy of pasted HTML: h1, h2, h3, p, ul, ol, li, strong, em, a, br and text. */
export function clean(dom) {
  wordLists(dom);
  const out = document.implementation.createHTMLDocument("").body;
  const walk = new Walk(out);
  walk.isInline = !dom.querySelector(BREAKS);
  walk.children(dom, { marks: [], tag: "p" });
  if (!walk.isInline) walk.close();
  return out;
}

/** Builds the clean tree: text goes into the block that is open, and each block element of the source closes it. */
class Walk {
  constructor(out) {
    this.out = out;
    this.make = (tag) => out.ownerDocument.createElement(tag);
    this.parent = out;
    this.block = null;
  }

  children(node, context) {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.text(child.data, context);
      else if (child.nodeType === 1) this.element(child, context);
    }
  }

  element(node, context) {
    const name = node.nodeName.toUpperCase();
    const style = styleOf(node);
    if (DROPPED.has(name) || name.includes(":") && !node.textContent.trim()) return;
    if (/display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/.test(style) || node.hidden) return;
    if (name === "BR") return this.lineBreak();
    if (HEADINGS[name]) return this.around(node, { ...context, tag: HEADINGS[name], heading: true });
    if (name === "UL" || name === "OL") return this.list(node, name.toLowerCase(), context);
    if (name === "LI" && this.parent === this.out) return this.list({ childNodes: [node] }, "ul", context);
    if (BLOCKS.has(name)) return this.around(node, context);
    this.children(node, { ...context, marks: marksOf(node, name, style, context) });
  }

  around(node, context) {
    this.close();
    this.children(node, context);
    this.close();
  }

  list(node, tag, context) {
    this.close();
    const before = this.parent;
    const inList = before !== this.out;
    const list = inList ? before.parentNode ?? before : this.out.appendChild(this.make(tag));
    for (const child of node.childNodes) {
      if (child.nodeType !== 1) continue;
      if (/^(ul|ol)$/i.test(child.nodeName)) {
        this.parent = list.lastChild ?? this.out;
        this.list(child, tag, context);
      } else {
        this.parent = list.appendChild(this.make("li"));
        this.around(child, { ...context, tag: "p" });
        if (!this.parent.childNodes.length) this.parent.remove();
      }
    }
    if (!list.childNodes.length) list.remove();
    this.parent = before;
  }

  text(data, context) {
    const words = data.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/[\s\u00a0]+/g, " ");
    if (!words || (words === " " && !this.block && !this.isInline)) return;
    let at = this.open(context.tag);
    const isDouble = words.startsWith(" ") && (at.textContent ? at.textContent.endsWith(" ") : !this.isInline);
    data = isDouble ? words.slice(1) : words;
    if (!data) return;
    for (const mark of context.heading ? context.marks.filter((m) => m.tag === "a") : context.marks) {
      const wrap = this.make(mark.tag);
      if (mark.href) wrap.setAttribute("href", mark.href);
      at = at.appendChild(wrap);
    }
    at.append(data);
  }

  // Two line breaks in a row are how mail writes a new paragraph.
  lineBreak() {
    if (!this.block) return;
    if (this.block.lastChild?.nodeName === "BR") this.close();
    else this.block.append(this.make("br"));
  }

  open(tag) {
    return (this.block ??= this.parent.appendChild(this.make(tag)));
  }

  close() {
    const { block } = this;
    this.block = null;
    if (!block) return;
    while (block.lastChild?.nodeName === "BR") block.lastChild.remove();
    const last = deepest(block);
    if (last) last.data = last.data.trimEnd();
    if (!block.textContent.trim()) block.remove();
  }
}

function deepest(node) {
  while (node?.lastChild) node = node.lastChild;
  return node?.nodeType === 3 ? node : null;
}

function marksOf(node, name, style, { marks }) {
  const has = (tag) => marks.some((mark) => mark.tag === tag);
  const weight = /(?<![\w-])font-weight:\s*(\w+)/.exec(style)?.[1];
  const slant = /(?<![\w-])font-style:\s*(\w+)/.exec(style)?.[1];
  const found = marks.filter((m) => !(m.tag === "strong" && /^(normal|400)$/.test(weight)) && !(m.tag === "em" && slant === "normal"));
  const bold = weight ? /^(bold|bolder|[6-9]00)$/.test(weight) : name === "B" || name === "STRONG";
  const italic = slant ? /^(italic|oblique)$/.test(slant) : name === "I" || name === "EM";
  const href = name === "A" ? target(node.getAttribute("href") ?? "") : "";
  if (href && !has("a")) found.unshift({ tag: "a", href });
  if (bold && !has("strong")) found.push({ tag: "strong" });
  if (italic && !has("em")) found.push({ tag: "em" });
  return found;
}

// Google Docs and Outlook send every link through themselves.
function target(href) {
  try {
    const url = new URL(href);
    const inner = /(^|\.)google\.\w+$/.test(url.hostname) && url.pathname === "/url" ? url.searchParams.get("q")
      : url.hostname.endsWith("safelinks.protection.outlook.com") ? url.searchParams.get("url") : null;
    return isLink(inner ?? href) ? inner ?? href : "";
  } catch {
    return "";
  }
}

/** A parser for pasted HTML that first builds the clean copy. */
const parser = DOMParser.fromSchema(schema);
const clipboardParser = Object.create(parser, {
  parseSlice: { value: (dom, options) => parser.parseSlice(clean(dom), { ...options, preserveWhitespace: true }) },
});

/** In an empty draft the first lines of a pasted story are told apart: a headline has no full stop, a byline begins with By. */
function guessKinds(slice) {
  const { content } = slice;
  if (content.childCount < 3) return null;
  const nodes = [];
  content.forEach((node) => nodes.push(node));
  const kind = (i, wanted) => nodes[i].type.name === "paragraph" && (nodes[i] = schema.node(wanted, null, nodes[i].content));
  if (nodes[0].textContent.length <= 120 && !/[.,;:]$/.test(nodes[0].textContent.trim())) kind(0, "headline");
  const by = nodes.findIndex((node, i) => i < 4 && /^By\s+\p{Lu}/u.test(node.textContent) && node.textContent.length < 120);
  if (by > 0) kind(by, "byline");
  if (by === 2) kind(1, "standfirst");
  return nodes;
}

/** Copy as clean HTML without classes, styles or data; pasted back into an editor it also keeps the kinds of its blocks. */
function putOnClipboard(view, event) {
  const { selection } = view.state;
  if (selection.empty || !event.clipboardData) return false;
  const slice = selection.content();
  event.preventDefault();
  event.clipboardData.clearData();
  event.clipboardData.setData("text/html", htmlOf(slice.content));
  event.clipboardData.setData("text/plain", slice.content.textBetween(0, slice.content.size, "\n\n", "\n"));
  event.clipboardData.setData(OWN, JSON.stringify(slice));
  if (event.type === "cut" && view.editable) view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta("uiEvent", "cut"));
  return true;
}

const plain = (tag) => () => [tag, 0];
const serializer = new DOMSerializer(
  { ...DOMSerializer.nodesFromSchema(schema), headline: plain("h1"), crosshead: plain("h2"), ...Object.fromEntries(["paragraph", "standfirst", "byline", "dateline"].map((kind) => [kind, plain("p")])), bullet_list: plain("ul"), ordered_list: plain("ol") },
  { ...DOMSerializer.marksFromSchema(schema), link: (mark) => ["a", { href: mark.attrs.href }, 0] },
);

/** The fragment as clean HTML. */
export function htmlOf(fragment) {
  const box = document.implementation.createHTMLDocument("").createElement("div");
  box.append(serializer.serializeFragment(fragment, { document: box.ownerDocument }));
  return box.innerHTML;
}

function handlePaste(view, event, slice) {
  const own = event.clipboardData?.getData(OWN);
  try {
    if (own) slice = Slice.fromJSON(schema, JSON.parse(own));
  } catch {
    // Something else wrote that format; the HTML beside it serves.
  }
  const into = isEmpty(view.state.doc) && !own ? guessKinds(slice) : null;
  const { tr } = view.state;
  if (into) tr.replaceWith(0, tr.doc.content.size, into);
  else if (own) tr.replaceSelection(slice);
  else return false;
  view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  return true;
}

/** Properties of the editor view that handle the clipboard. */
export const clipboard = {
  transformPastedHTML: disarm,
  clipboardParser,
  clipboardSerializer: serializer,
  clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n\n", "\n"),
  handlePaste,
  handleDOMEvents: { copy: putOnClipboard, cut: putOnClipboard },
};
