// The row of buttons over the text: they say what is on where the caret stands.

import { byId } from "./dom.js";
import { linkAt, setKind, setLink, where } from "./typing.js";

export class Toolbar {
  constructor(view) {
    this.view = view;
    this.kind = byId("kind");
    this.kind.addEventListener("change", () => {
      setKind(this.kind.value)(view.state, view.dispatch, view);
      view.focus();
    });
    this.dialog = byId("link-dialog");
    this.dialog.querySelector("form").addEventListener("submit", (event) => this.#submit(event));
    byId("link-remove").addEventListener("click", () => {
      setLink(view, "");
      this.dialog.close();
      view.focus();
    });
  }

  draw() {
    const at = where(this.view.state);
    const key = JSON.stringify([at, this.view.editable]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.kind.value = at.kind;
    this.kind.disabled = !this.view.editable;
    const on = { bold: at.strong, italic: at.em, link: at.link, bullets: at.list === "bullet_list", numbered: at.list === "ordered_list" };
    for (const button of document.querySelectorAll(".toolbar [data-action]")) {
      if (button.dataset.action in on) button.setAttribute("aria-pressed", String(on[button.dataset.action]));
      button.disabled = !this.view.editable;
    }
  }

  askLink() {
    byId("link-address").value = linkAt(this.view.state)?.href ?? "";
    byId("link-wrong").hidden = true;
    byId("link-remove").hidden = !linkAt(this.view.state);
    this.dialog.showModal();
    byId("link-address").select();
  }

  #submit(event) {
    const wrong = setLink(this.view, byId("link-address").value);
    if (wrong) event.preventDefault();
    byId("link-wrong").textContent = wrong;
    byId("link-wrong").hidden = !wrong;
    byId("link-address").toggleAttribute("aria-invalid", Boolean(wrong));
    if (!wrong) setTimeout(() => this.view.focus());
  }
}
