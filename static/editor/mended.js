// Flags that the writer settles by hand: their words are changed, and the next whole check has them no longer. That is
// told as the decision "edited", and taken back where the words come back.

import { flagsKey } from "./flags.js";

const STOOD = 4000; // milliseconds; a younger flag is on words that are still being written

export class Mended {
  /** ``decided(action, flag, more)`` takes the decision; ``isOpen(flag)`` says whether one is still to be taken. */
  constructor({ decided, isOpen }) {
    Object.assign(this, { decided, isOpen });
    this.since = new Map(); // id of a flag -> when it was first told
    this.changed = new Map(); // id -> the flag, its place moved along with the text
    this.edited = new Set(); // ids of those told as edited
  }

  /** Follow a step of the text; ``flags`` are those that stood before it. */
  follow(tr, flags) {
    for (const [id, flag] of this.changed) this.changed.set(id, moved(flag, tr.mapping));
    if (tr.getMeta("replaced")) this.changed.clear();
    if (tr.getMeta(flagsKey) || tr.getMeta("history$") || tr.getMeta("replaced")) return;
    const before = Date.now() - STOOD;
    for (const flag of flags) {
      if (this.since.get(flag.id) <= before && this.isOpen(flag) && meets(flag, tr.mapping)) this.changed.set(flag.id, moved(flag, tr.mapping));
    }
  }

  /** A check of the text as it stands has ended; ``flags`` are all there are. */
  checked(flags) {
    const ids = new Set(flags.map((flag) => flag.id));
    const stands = (flag) => ids.has(flag.id) || flags.some((other) => other.rule === flag.rule && other.from <= flag.to && flag.from <= other.to);
    for (const flag of this.changed.values()) {
      if (stands(flag)) continue;
      this.edited.add(flag.id);
      this.decided("edited", flag);
    }
    this.changed.clear();
    for (const flag of flags) if (this.edited.delete(flag.id)) this.decided("undone", flag, { undoes: "edited" });
    this.since = new Map(flags.map(({ id }) => [id, this.since.get(id) ?? Date.now()]));
  }
}

const moved = (flag, mapping) => ({ ...flag, from: mapping.map(flag.from, -1), to: mapping.map(flag.to, 1) });

/** Whether a step changes something in the flag's words or at their edges. */
function meets({ from, to }, mapping) {
  let met = false;
  for (const map of mapping.maps) {
    map.forEach((start, end) => {
      met ||= start <= to && end >= from;
    });
    from = map.map(from, -1);
    to = map.map(to, 1);
  }
  return met;
}
