// Stretches of the document that move with its edits.

/** The span after the edits of a mapping, or null where its words are gone. Words put in at its edges stay outside. */
export function moveSpan(span, mapping) {
  if (span.from === span.to) {
    const at = mapping.mapResult(span.from, -1);
    return at.deleted ? null : { ...span, from: at.pos, to: at.pos };
  }
  const from = mapping.map(span.from, 1);
  const to = mapping.map(span.to, -1);
  return to > from ? { ...span, from, to } : null;
}

export const moveSpans = (spans, mapping) => spans.flatMap((span) => moveSpan(span, mapping) ?? []);

/** Whether an edit replaced something inside the span, even by as much. */
export function touched({ from, to }, mapping) {
  for (const map of mapping.maps) {
    let hit = false;
    map.forEach((start, end) => {
      hit ||= start < to && end > from;
    });
    if (hit) return true;
    from = map.map(from, 1);
    to = map.map(to, -1);
  }
  return false;
}
