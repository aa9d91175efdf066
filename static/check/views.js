// Views: the margin shows flags, or one of the ledgers; without a script the ledgers follow the draft.

/** Make the links of the views change the margin; ``redraw`` is called after each change. */
export function startViews(report, redraw) {
  const links = [...report.querySelectorAll("[data-show]")];
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      report.dataset.view = link.dataset.show;
      for (const other of links) other.toggleAttribute("aria-current", other === link);
      redraw();
    });
  }
}
