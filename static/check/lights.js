// Which marks in the draft are lit: those of one flag, and the other places that it is about.

export function light(galley, report, flag) {
  const related = report.flags[flag]?.related ?? [];
  for (const mark of galley.querySelectorAll(".mark")) {
    const flags = flagsOn(mark);
    mark.classList.toggle("is-lit", flags.includes(flag));
    const here = flags.map((i) => report.flags[i]);
    const isRelated = related.some((span) => here.some((f) => f.start < span.end && f.end > span.start));
    mark.classList.toggle("is-related", isRelated && !flags.includes(flag));
  }
}

/** Of the flags on a mark the one on the fewest words. */
export function innermost(report, mark) {
  const size = (flag) => report.flags[flag].end - report.flags[flag].start;
  return flagsOn(mark).toSorted((a, b) => size(a) - size(b))[0];
}

function flagsOn(mark) {
  return mark.dataset.flags.split(" ").filter(Boolean).map(Number);
}
