// Saving to the server: soon after each change, by whoever holds the draft. Nothing is overwritten: a conflict is told.

import { send } from "./server.js";

const PAUSE = 800; // milliseconds without a change before a save
const LONGEST = 4000; // milliseconds of unbroken typing after which a save comes all the same
const RENEW = 15_000; // milliseconds between two renewals of the lease
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** ``told`` has saved(at, note), saving(), away(), conflict(content), held(holder), mine(), refused(sentence). */
export class Saver {
  constructor({ uid, revision, tab, words, told }) {
    Object.assign(this, { uid, revision, tab, words, told, wait: FIRST_WAIT, isDirty: false, isStopped: false });
    addEventListener("pagehide", () => this.#release());
    addEventListener("online", () => this.isDirty && this.save());
  }

  /** Ask for the lease, and go on asking; with ``take`` also where somebody else has it. */
  async hold({ take = false } = {}) {
    clearTimeout(this.renewal);
    try {
      const answer = await send("POST", `/drafts/${this.uid}/lease`, { tab: this.tab, take });
      if (answer.ok) {
        const { mine, holder } = await answer.json();
        if (mine) this.told.mine();
        else this.told.held(holder);
      } else if (answer.status < 500) this.told.refused((await sentenceOf(answer)) ?? "");
    } catch {
      // Saving says when the server is away.
    }
    this.renewal = setTimeout(() => this.hold(), RENEW);
  }

  changed() {
    this.isDirty = true;
    this.since ??= Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), Math.max(Math.min(PAUSE, this.since + LONGEST - Date.now()), 0));
  }

  /** Save what the draft holds now. ``note`` says that the save settles a conflict. */
  async save({ note = "" } = {}) {
    clearTimeout(this.timer);
    if (this.isStopped) return false;
    if (this.running) {
      await this.running;
      if (!this.isDirty && !note) return true;
    }
    this.running = this.#put(note);
    const done = await this.running;
    this.running = null;
    return done;
  }

  async #put(note) {
    this.since = null;
    this.isDirty = false;
    const slow = setTimeout(() => this.told.saving(), 400);
    try {
      const answer = await send("PUT", `/drafts/${this.uid}/content`, { base: this.revision, tab: this.tab, note, ...this.words() });
      if (answer.ok) return this.#done(await answer.json());
      this.isDirty = true;
      return await this.#refused(answer);
    } catch {
      this.isDirty = true;
      return this.#away();
    } finally {
      clearTimeout(slow);
    }
  }

  #done({ revision, at, note }) {
    this.revision = revision;
    this.wait = FIRST_WAIT;
    this.told.saved(at, note);
    return true;
  }

  async #refused(answer) {
    if (answer.status === 401) return this.#away((await sentenceOf(answer)) ?? "");
    if (answer.status >= 500 || answer.status === 429) return this.#away();
    const body = await answer.json().catch(() => ({}));
    if (answer.status === 409 && body.doc) this.told.conflict(body);
    else if (answer.status === 423) this.told.held(body.holder);
    else this.told.refused(body.error ?? "The draft can’t be saved now. Copy your text, then load the page again.");
    return false;
  }

  #away(sentence = "") {
    this.told.away(sentence);
    this.timer = setTimeout(() => this.save(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    return false;
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  goOn() {
    this.isStopped = false;
    this.wait = FIRST_WAIT;
  }

  #release() {
    const form = new FormData();
    form.set("tab", this.tab);
    form.set("csrf_token", document.querySelector('meta[name="csrf-token"]').content);
    navigator.sendBeacon(`/drafts/${this.uid}/release`, form);
  }
}

async function sentenceOf(answer) {
  return (await answer.json().catch(() => ({}))).error;
}
