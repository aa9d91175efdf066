// Silences: one place, one word under a rule, or a rule, in this draft or in the newsroom. A form's value holds each as
// "kind rule what"; the server's app/flags/silence.py reads the same.

import { silenceInNewsroom } from "./server.js";

/** Read a button's value; ``scope`` is "draft" or "newsroom". */
export function silenceFrom(value, scope) {
  const [kind, rule, ...rest] = value.split(" ");
  if (kind === "place") return { kind, rule, what: rest[0], words: rest.slice(1).join(" "), scope };
  return { kind, rule, what: plain(rest.join(" ")), words: rest.join(" "), scope };
}

export function valueOf({ kind, rule, what }) {
  return `${kind} ${rule} ${what}`.trim();
}

/** Whether it hides the flag. */
export function covers({ kind, rule, what }, flag) {
  if (flag.rule !== rule) return false;
  if (kind === "place") return flag.fingerprint === what;
  return kind === "rule" || (flag.word !== "" && flag.word === what);
}

/** The silence in words. */
export function inWords({ kind, words, scope }, title) {
  const where = scope === "newsroom" ? "in the newsroom" : "in this draft";
  const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  if (kind === "rule") return `The rule “${title}”, ${where}`;
  if (kind === "word") return `The word “${shown}”, under “${title}”, ${where}`;
  return `One place${shown ? `, “${shown}”` : ""}, under “${title}”, ${where}`;
}

/**
 * Put a silence on the newsroom's list, asking once more, in plain words, where it is a whole rule. Return {id}, its number
 * there, or {error}, the sentence to say.
 */
export async function keepInNewsroom(value, askPlainly) {
  let answer = await silenceInNewsroom(value, false);
  if (answer.plainly) {
    if (!(await askPlainly(answer.plainly))) return { error: "Nothing was silenced." };
    answer = await silenceInNewsroom(value, true);
  }
  return answer;
}

function plain(words) {
  return words.replaceAll("’", "'").split(/\s+/).filter(Boolean).join(" ").toLowerCase();
}
