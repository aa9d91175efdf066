// The draft as it stands: text with marks for open flags and the accepted edits in their places.

const GRAVEST_FIRST = ["must", "should", "may"];

/** Draws the blocks of the draft; only those that changed are drawn again. */
export class Draft {
  constructor(galley, report) {
    this.report = report;
    this.copies = report.blocks.map((_, i) => galley.querySelector(`[data-block="${i}"] > .copy`));
    this.drawn = [];
    this.flagsIn = report.blocks.map((block) => flagsOf(report, block));
  }

  /** Draw the accepted edits, and the flags for which ``shown`` holds or, in another view, its places. */
  draw(decisions, shown, places = null) {
    this.report.blocks.forEach((block, i) => {
      const flags = places ? [] : this.flagsIn[i].filter(shown);
      const edits = decisions.edits.filter((e) => e.start < block.end && e.end >= block.start && e.start >= block.start);
      const here = places?.filter((place) => place.start < block.end && place.end > block.start) ?? [];
      const key = `${here.map((place) => place.key)}|${flags.join()}|${edits.map((e) => `${e.start}-${e.end}:${e.replacement}`).join()}`;
      if (this.drawn[i] === key) return;
      this.drawn[i] = key;
      const flagged = flags.map((index) => ({ ...this.report.flags[index], index }));
      this.copies[i].replaceChildren(...nodes(this.report.text, block, [...flagged, ...here], edits));
    });
  }
}

function flagsOf(report, block) {
  return report.flags.flatMap((flag, i) => {
    const inside = flag.start < block.end && flag.end > block.start;
    const point = flag.start === flag.end && flag.start >= block.start && flag.start <= block.end;
    return inside || point ? [i] : [];
  });
}

function* nodes(text, block, flags, edits) {
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of [...flags, ...edits]) {
    for (const cut of [start, end]) if (cut > block.start && cut < block.end) cuts.add(cut);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i < edges.length; i += 1) {
    const [start, end] = [edges[i], edges[i + 1] ?? edges[i]];
    for (const edit of edits) if (edit.start === start) yield mend(edit, flags);
    yield* points(flags, start);
    if (end === start) continue;
    const on = flags.filter((flag) => flag.start < end && flag.end > start);
    if (!edits.some((edit) => edit.start <= start && edit.end >= end)) yield stretch(text.slice(start, end), on);
    yield* on.filter((flag) => !flag.key).filter((flag) => flag.end === end || (flag.end > block.end && end === block.end)).map(number);
  }
}

function* points(flags, at) {
  const here = flags.filter((flag) => flag.start === flag.end && flag.start === at);
  if (here.length) yield stretch("", here);
  yield* here.map(number);
}

function stretch(words, on) {
  if (!on.length) return document.createTextNode(words);
  if (on[0].key) return place(words, on);
  const wording = on.filter((flag) => !flag.statement);
  const deciding = wording.length ? wording : on;
  const severity = GRAVEST_FIRST.find((s) => deciding.some((flag) => flag.severity === s)) ?? "may";
  const mark = document.createElement("mark");
  mark.className = `mark mark--${severity}`;
  mark.classList.toggle("mark--statement", !wording.length);
  mark.classList.toggle("mark--point", !words);
  mark.dataset.flags = `${on.map((flag) => flag.index).join(" ")} `;
  mark.textContent = words;
  return mark;
}

// Of places inside one another the innermost, which comes first, gives the colour.
function place(words, on) {
  const inner = on.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  const mark = document.createElement("mark");
  mark.className = `place place--${inner.kind}`;
  mark.dataset.keys = on.map((each) => each.key).join(" ");
  mark.dataset.starts = on.map((each) => each.start).join(" ");
  mark.textContent = words;
  return mark;
}

function number(flag) {
  const link = document.createElement("a");
  link.className = `number number--${flag.severity}`;
  link.id = `mark-${flag.index + 1}`;
  link.href = `#flag-${flag.index + 1}`;
  link.setAttribute("aria-label", `Flag ${flag.index + 1}`);
  link.textContent = String(flag.index + 1);
  return link;
}

function mend(edit, flags) {
  const ins = document.createElement("ins");
  ins.className = "mend";
  ins.dataset.mend = String(edit.flag);
  ins.textContent = edit.replacement;
  ins.title = edit.flag < 0 ? "This form everywhere" : `Flag ${edit.flag + 1}: edit accepted`;
  const around = flags.filter((flag) => flag.start <= edit.start && flag.end >= edit.end && flag.end > flag.start);
  if (!around.length) return ins;
  const mark = stretch("", around);
  mark.classList.remove("mark--point");
  mark.append(ins);
  return mark;
}
