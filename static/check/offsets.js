// Code points to UTF-16 units: the report counts an emoji as one, strings of JavaScript count it as two.

/** Return a function from code-point offsets of the text to UTF-16 offsets. */
export function utf16Offsets(text) {
  const wide = []; // code-point offsets of characters that take two units
  let at = 0;
  for (const character of text) {
    if (character.length === 2) wide.push(at);
    at += 1;
  }
  return (offset) => offset + countBelow(wide, offset);
}

function countBelow(sorted, limit) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Return the report with every offset in UTF-16 units of its text. */
export function inUtf16(report) {
  const to = utf16Offsets(report.text);
  const place = (span) => ({ ...span, start: to(span.start), end: to(span.end) });
  return {
    ...report,
    blocks: report.blocks.map(place),
    places: Object.fromEntries(Object.entries(report.places).map(([view, places]) => [view, places.map(place)])),
    names: Object.fromEntries(
      Object.entries(report.names).map(([value, name]) => [value, { ...name, edits: name.edits.map(place), left: name.left.map(place) }]),
    ),
    flags: report.flags.map((flag) => ({
      ...place(flag),
      suggestions: flag.suggestions.map(place),
      related: flag.related.map(place),
    })),
  };
}
