// Decisions on the flags of a desk's draft, sent one after the other; those that could not be sent wait and are kept.

import { getJSON, post } from "./server.js";

export class DecisionQueue {
  /** ``told`` has changed(), stands(dismissed) and refused(sentence). */
  constructor(uid, unsent, told) {
    Object.assign(this, { uid, unsent, told, ids: new Map() }); // ids: fingerprint -> id of the decision that stands
  }

  /** Read what is decided on the draft; tell which flags are dismissed. */
  async load() {
    try {
      const { decisions } = await getJSON(`/drafts/${this.uid()}/decisions`);
      this.ids = new Map(decisions.map((d) => [d.fingerprint, d.id]));
      const dismissed = decisions.filter((d) => d.action === "dismissed");
      this.told.stands(dismissed.map((d) => [d.fingerprint, { message: d.rule, words: d.words, reason: d.reason, at: Date.parse(d.at) }]));
      this.send();
    } catch {
      // What this browser kept of them serves until the server is back.
    }
  }

  add(action, flag, more = {}) {
    const { fingerprint, rule, category, severity, text, block, start, end } = flag;
    this.unsent.push({ fingerprint, rule, category, severity, action, words: text.slice(0, 2000), block, start, end, reason: more.reason ?? "" });
    this.told.changed();
    this.send();
  }

  async send() {
    if (this.isSending || !this.uid()) return;
    this.isSending = true;
    try {
      while (this.unsent.length) {
        const [first] = this.unsent;
        const seen = this.ids.get(first.fingerprint) ?? 0;
        // Nothing stands that could be taken back.
        const answer = first.action === "undone" && !seen ? null : await post(`/drafts/${this.uid()}/decisions`, { ...first, seen });
        if (answer && (answer.status >= 500 || answer.status === 401)) return;
        this.unsent.shift();
        if (answer?.ok) this.#stands(first.fingerprint, await answer.json());
        else if (answer && first.action !== "edited") this.told.refused((await answer.json().catch(() => ({}))).error ?? "That decision could not be kept.");
        if (answer?.status === 409) await this.#reload();
      }
    } catch {
      // The server is away: they wait.
    } finally {
      this.isSending = false;
      this.told.changed();
    }
  }

  #stands(fingerprint, { id }) {
    if (id) this.ids.set(fingerprint, id);
    else this.ids.delete(fingerprint);
  }

  async #reload() {
    const { decisions } = await getJSON(`/drafts/${this.uid()}/decisions`);
    this.ids = new Map(decisions.map((d) => [d.fingerprint, d.id]));
  }
}
