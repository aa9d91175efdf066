// The counts on the deskbar.

export const SEVERITIES = ["must", "should", "may"];
const byId = (id) => document.getElementById(id);

/** Draw the counts; ``hiddenBefore`` is how many flags were silenced when the page came. */
export function drawTally(decisions, hiddenBefore) {
  const left = decisions.open;
  const count = byId("open-count");
  if (count) count.textContent = String(left.length);
  byId("tally").textContent = `${left.length || "No"} ${left.length === 1 ? "flag" : "flags"}${decisions.steps.length ? " left" : ""}`;
  for (const button of document.querySelectorAll("[data-severity]")) {
    button.querySelector("b").textContent = String(ofSeverity(decisions, button.dataset.severity));
  }
  const safe = decisions.safe.length;
  byId("accept-safe").disabled = safe === 0;
  byId("accept-safe").querySelector("b").textContent = String(safe);
  byId("undo").disabled = decisions.steps.length === 0;
  const silenced = hiddenBefore + decisions.silenced;
  byId("silenced-link").hidden = silenced === 0;
  byId("silenced-count").textContent = String(silenced);
}

/** What is left, in words. */
export function leftWords(decisions) {
  const counts = SEVERITIES.map((severity) => `${ofSeverity(decisions, severity)} ${severity}`);
  return decisions.open.length ? `Left: ${counts.join(", ")}.` : "No flags left.";
}

function ofSeverity({ open, report }, severity) {
  return open.filter((flag) => report.flags[flag].severity === severity).length;
}
