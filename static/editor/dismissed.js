// The list of dismissed flags under the draft, each to be taken back.

import { byId, h } from "./dom.js";

/** Draw the dismissed flags that the text still holds. */
export function drawDismissed(decisions, takeBack) {
  const { hidden } = decisions;
  byId("dismissed").hidden = hidden.length === 0;
  byId("dismissed-list").replaceChildren(
    ...hidden.map((flag) => {
      const { reason } = decisions.dismissed.get(flag.fingerprint);
      const back = h("button", { type: "button", class: "button button--small", "aria-label": `Take back the dismissal: ${flag.message}`, onclick: () => takeBack(flag.id) }, "Take back");
      return h("li", {}, h("span", {}, h("q", {}, flag.text), " ", flag.message, reason && h("i", {}, ` ${reason}`)), back);
    }),
  );
}
