// The flags in the text: a plugin that moves them with every edit, and draws them as decorations, never as content.

import { Decoration, DecorationSet, Plugin, PluginKey } from "../vendor/prosemirror.js";
import { eachBlock } from "./schema.js";
import { moveSpan, moveSpans, touched } from "./spans.js";

export const flagsKey = new PluginKey("flags");

/** What the plugin holds: ``flags`` in order of place, the ``places`` of a ledger, and what of them is shown and lit. */
const NOTHING = { flags: [], places: [], current: "", lit: "", isShown: () => true, view: "flags", drawn: DecorationSet.empty };

export const flagsOf = (state) => flagsKey.getState(state);
export const shownFlags = (state) => flagsOf(state).flags.filter(flagsOf(state).isShown);
export const flagBy = (state, id) => flagsOf(state).flags.find((flag) => flag.id === id);

/** Whether the flag has one edit, and one that need not be looked at. */
export const isSafe = (flag) => flag.safe && flag.suggestions.length === 1;

/** Change some of what the plugin holds; ``change`` has keys of NOTHING. */
export function setFlags(view, change) {
  view.dispatch(view.state.tr.setMeta(flagsKey, change).setMeta("addToHistory", false));
}

export function flagMarks() {
  return new Plugin({
    key: flagsKey,
    state: {
      init: () => NOTHING,
      apply(tr, before) {
        const change = tr.getMeta(flagsKey);
        if (!change && !tr.docChanged) return before;
        const moved = tr.docChanged ? move(before, tr) : before;
        if (!change) return moved;
        const now = { ...moved, ...(typeof change === "function" ? change(moved) : change) };
        return { ...now, drawn: DecorationSet.create(tr.doc, now.view === "flags" ? marks(now) : spots(now)) };
      },
    },
    props: { decorations: (state) => flagsOf(state).drawn },
  });
}

function move(before, tr) {
  const flags = before.flags.flatMap((flag) => moveFlag(flag, tr.mapping) ?? []);
  const places = moveSpans(before.places, tr.mapping);
  const gone = new Set(before.flags.map((flag) => flag.id));
  for (const flag of flags) gone.delete(flag.id);
  let drawn = before.drawn.map(tr.mapping, tr.doc);
  if (gone.size) drawn = drawn.remove(drawn.find(undefined, undefined, (spec) => gone.has(spec.id)));
  return { ...before, flags, places, drawn };
}

/** The flag after an edit; null where the edit changed its own words. One on a whole statement outlives an edit inside. */
export function moveFlag(flag, mapping) {
  const span = moveSpan(flag, mapping);
  if (!span) return null;
  const size = flag.to - flag.from;
  if (span.to - span.from !== size && !flag.statement) return null;
  if (!flag.statement && touched(flag, mapping)) return null;
  return {
    ...span,
    suggestions: flag.suggestions.flatMap((s) => (touched(s, mapping) ? [] : moveSpan(s, mapping) ?? [])),
    related: moveSpans(flag.related, mapping),
  };
}

function marks({ flags, isShown, current, lit }) {
  const shown = flags.filter(isShown);
  const chosen = shown.find((flag) => flag.id === (lit || current));
  const related = chosen?.related.filter((r) => r.to > r.from) ?? [];
  return [
    ...shown.map((flag) => {
      const classes = ["mark", `mark--${flag.severity}`];
      if (flag.statement) classes.push("mark--statement");
      if (flag.from === flag.to) classes.push("mark--point");
      if (flag === chosen) classes.push("is-lit");
      return inline(flag, { class: classes.join(" "), "data-flag": flag.id }, flag.id);
    }),
    ...related.map((span) => inline(span, { class: "is-related" }, chosen.id)),
  ];
}

function spots({ places, lit }) {
  return places.map((place) =>
    inline(place, { class: `place place--${place.kind}${place.key === lit ? " is-lit" : ""}`, "data-key": place.key }, ""),
  );
}

// A decoration needs a character to stand on: a flag on a place between two takes the one before.
function inline({ from, to }, attributes, id) {
  const start = from === to ? Math.max(from - 1, 1) : from;
  return Decoration.inline(start, to, { nodeName: "mark", ...attributes }, { id });
}

/** Give spans {block, start, end} of a document their positions in it; those of unknown blocks are left out. */
export function placer(doc) {
  const starts = new Map();
  eachBlock(doc, (node, pos) => starts.set(node.attrs.id, { at: pos + 1, size: node.content.size }));
  return ({ block, start, end }) => {
    const found = starts.get(block);
    if (!found || start > end) return null;
    return { from: found.at + Math.min(start, found.size), to: found.at + Math.min(end, found.size) };
  };
}

/** Flags of the server -> flags with positions in ``doc``. */
export function placeFlags(doc, flags) {
  const place = placer(doc);
  const placeAll = (spans) => spans.flatMap((span) => (place(span) ? [{ ...span, ...place(span) }] : []));
  return flags.flatMap((flag) => {
    const span = place(flag);
    if (!span) return [];
    return [{ ...flag, ...span, id: flag.fingerprint, suggestions: placeAll(flag.suggestions), related: placeAll(flag.related) }];
  }).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** What of flags shows: two lists with the same key look the same. */
export const keyOf = (flags) => JSON.stringify(flags.map((f) => [f.id, f.from, f.to, f.severity, f.message, f.safe, f.suggestions.map((s) => [s.from, s.replacement])]));

/** The flags of the stage before, with what a line says of them: ``flags`` that are new or other, and those ``gone``. */
export function renewed(before, { flags, gone }) {
  const over = new Set([...gone, ...flags.map((flag) => flag.fingerprint)]);
  return [...before.filter((flag) => !over.has(flag.fingerprint)), ...flags];
}

/** Flags that have just come, with those of before that stand until more is known: what our checks say of the changed
    blocks alone comes beside them; all our own flags take the place of our own, the engine's stay until it has spoken. */
export function withBefore(stage, fresh, before) {
  if (stage === "all") return fresh;
  const meets = (a, b) => a.id === b.id || (a.from < b.to && b.from < a.to);
  const [first, second] = stage === "changed" ? [before, fresh] : [fresh, before.filter((flag) => !flag.rule_url)];
  return [...first, ...second.filter((flag) => !first.some((other) => meets(flag, other)))].sort((a, b) => a.from - b.from || b.to - a.to);
}
