// Flags alike share one card: that of the current one, else of the first that is open. The others stand behind it.

/** Of the given flags, those whose card is shown, in the order of the text. ``flags[i].alike`` is the first flag like i. */
export function faces(report, flags, current) {
  const face = new Map();
  for (const flag of flags) {
    const { alike } = report.flags[flag];
    if (!face.has(alike) || flag === current) face.set(alike, flag);
  }
  return [...face.values()].sort((a, b) => a - b);
}

/** Of the given flags, those like one of them, without it. */
export function othersLike(report, flags, flag) {
  return flags.filter((other) => other !== flag && report.flags[other].alike === report.flags[flag].alike);
}

/** Whether all may be mended at a stroke: each has one edit, and none needs a look first. */
export function canAcceptAll(decisions, flags) {
  return flags.every((flag) => {
    const { suggestions } = decisions.report.flags[flag];
    return suggestions.length === 1 && suggestions[0].safe && decisions.canAccept(flag);
  });
}

/** What stands behind a card: accept or dismiss all, and a line for each of the others. Buttons say by data-act what to do. */
export function likesOf(decisions, flag, others, isOpen) {
  const all = others.length + 1;
  const acts = element("div", "likes__acts");
  if (canAcceptAll(decisions, [flag, ...others])) acts.append(button("accept-all", `Accept all ${all}`, "button--accept"));
  acts.append(button("dismiss-all", `Dismiss all ${all}`));
  const details = element("details", "more");
  details.open = isOpen;
  details.append(element("summary", "", `${others.length} more like this`), lines(decisions, others));
  return [acts, details];
}

function lines(decisions, others) {
  const list = element("ol", "likes__list");
  for (const flag of others) {
    const line = element("li");
    const link = element("a", "likes__place", around(decisions.report, flag));
    link.href = `#mark-${flag + 1}`;
    link.dataset.go = String(flag);
    line.append(link);
    if (decisions.canAccept(flag)) line.append(button("accept-like", "Accept", "button--accept", flag));
    line.append(button("dismiss-like", "Dismiss", "", flag));
    list.append(line);
  }
  return list;
}

/** The flagged words with what stands around them. */
function around({ text, flags, blocks }, flag) {
  const { start, end } = flags[flag];
  const block = blocks.find((each) => each.start <= start && start <= each.end) ?? { start: 0, end: text.length };
  const from = Math.max(block.start, start - 24);
  const to = Math.min(block.end, end + 24);
  const before = from > block.start ? `…${text.slice(from, start).replace(/^\S*\s/, "")}` : text.slice(from, start);
  const after = to < block.end ? `${text.slice(end, to).replace(/\s\S*$/, "")}…` : text.slice(end, to);
  return `${before}${text.slice(start, end)}${after}`;
}

function button(act, label, kind = "", flag = null) {
  const made = element("button", `button button--small ${kind}`.trim(), label);
  made.type = "button";
  made.dataset.act = act;
  if (flag !== null) {
    made.dataset.on = String(flag);
    made.setAttribute("aria-label", `${label} flag ${flag + 1}`);
  }
  return made;
}

function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
