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
