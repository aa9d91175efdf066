// Views: the margin shows flags, or one of the ledgers; without a script the ledgers follow the draft.

/** Make the links of the views change the margin, and the entries of a ledger light their places. */
export function startViews(report, galley, { redraw, toUtf16, calm }) {
  const links = [...report.querySelectorAll("[data-show]")];
  const show = (link) => {
    report.dataset.view = link.dataset.show;
    for (const other of links) {
      if (other === link) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
  };
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(link);
      redraw();
    });
  }
  // A view that was asked for before this script ran, or by an address.
  const asked = links.find((link) => location.hash === link.hash && link.dataset.show !== "flags");
  if (asked) show(asked);
  for (const ledger of report.querySelectorAll(".ledger")) {
    const lightOf = (event) => lightKey(galley, event.target.closest("[data-key]")?.dataset.key);
    ledger.addEventListener("pointerover", lightOf);
    ledger.addEventListener("focusin", lightOf);
    ledger.addEventListener("pointerleave", () => lightKey(galley, null));
    ledger.addEventListener("click", (event) => {
      const link = event.target.closest("[data-place]");
      if (!link) return;
      event.preventDefault();
      const start = String(toUtf16(Number(link.dataset.place)));
      const mark = [...galley.querySelectorAll(".place")].find((m) => m.dataset.starts.split(" ").includes(start));
      lightKey(galley, link.closest("[data-key]").dataset.key);
      mark?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    });
  }
  galley.addEventListener("pointerover", (event) => {
    const key = event.target.closest(".place")?.dataset.keys.split(" ").at(-1);
    for (const entry of report.querySelectorAll(".entry")) entry.classList.toggle("is-lit", entry.dataset.key === key);
  });
}

function lightKey(galley, key) {
  for (const mark of galley.querySelectorAll(".place")) {
    mark.classList.toggle("is-lit", mark.dataset.keys.split(" ").includes(key));
  }
}
