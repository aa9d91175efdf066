// "Use everywhere" in the view of names: one form of a name at all its places, but never inside quotation marks.

/** Put the form of a button's value in everywhere; return the sentence to say. */
export function useEverywhere(decisions, value) {
  const name = decisions.report.names[value];
  if (!name) return "";
  const done = decisions.unify(name);
  if (!done) return `“${name.form}” can’t be put in: those places have changed already.`;
  const blocked = name.edits.length - done;
  const places = [...new Set(name.left.map(({ start, end }) => `“${decisions.report.text.slice(start, end)}”`))];
  return [
    `“${name.form}” is put in at ${done} ${done === 1 ? "place" : "places"}.`,
    blocked ? `${blocked} ${blocked === 1 ? "was" : "were"} left where another edit is in.` : "",
    places.length ? `Left inside quotation marks: ${places.join(", ")}.` : "",
  ].filter(Boolean).join(" ");
}
