// The working text outlives a reload, an error and a slip of the finger: kept in this tab's own storage, nowhere else.

const WORK = "copydesk.work";
const DISMISSED = "copydesk.dismissed";

/** Keep {text, checked, steps}; return whether this browser could. */
export function keepWork(work) {
  return put(WORK, work);
}

export function keptWork() {
  return get(WORK);
}

export function forgetWork() {
  try {
    sessionStorage.removeItem(WORK);
    sessionStorage.removeItem(DISMISSED);
  } catch {
    // Without storage there is nothing to forget.
  }
}

/** The steps in a form that outlives a reload, after which flags may be numbered otherwise: each flag by its fingerprint. */
export function stepsToKeep({ steps, report }) {
  return steps.map((step) => (step.flag === undefined ? step : { ...step, mark: report.flags[step.flag].fingerprint }));
}

/** Kept steps on the report as it is now, less those on flags that it has no more and silences that it knows already. */
export function stepsFrom(kept, report, silences) {
  const marks = new Map(report.flags.map((flag, index) => [flag.fingerprint, index]));
  return kept.flatMap((step) => {
    if (step.act === "unify") return [step];
    if (step.act === "silence") return step.silence.scope === "newsroom" || silences.has(step.value) ? [] : [step];
    return marks.has(step.mark) ? [{ ...step, flag: marks.get(step.mark) }] : [];
  });
}

/** What stays dismissed when the text is checked again: the rule and the words, not the place. */
export function fingerprint(flag) {
  return `${flag.rule}|${flag.text}|${flag.message}`;
}

export function keepDismissed(fingerprints) {
  return put(DISMISSED, [...fingerprints].slice(-500));
}

export function keptDismissed() {
  return new Set(get(DISMISSED) ?? []);
}

function put(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function get(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}
