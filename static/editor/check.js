// The live check: after a pause the changed blocks go to the server, and flags come back line by line.

import { Mapping } from "../vendor/prosemirror.js";
import { hashOf } from "./hash.js";
import { eachBlock, textOf } from "./schema.js";
import { post } from "./server.js";

const PAUSE = 250; // milliseconds without a change before a check
const SLOW = 400; // milliseconds after which a check is worth showing
const FIRST_WAIT = 1000; // before trying again when the server is away; doubled each time
const LONGEST_WAIT = 30_000;

/** Sends checks and hands on what comes back. ``told`` has: line(line, sent), state(name, message). */
export class Checker {
  constructor({ doc, choices, told }) {
    this.doc = doc; // () => the document as it stands
    this.choices = choices; // () => {style, dialect, date, sources, draft}
    this.told = told;
    this.ticket = 0;
    this.known = new Set(); // texts of blocks that the server has
    this.wait = FIRST_WAIT;
    this.sent = null;
    addEventListener("online", () => this.isAway && this.now());
  }

  /** Follow an edit, so that a reply finds its places; the check comes after the pause. */
  changed(mapping) {
    this.sent?.mapping.appendMapping(mapping);
    if (!this.isAway) this.told.state("waiting");
    this.later(PAUSE);
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), milliseconds);
  }

  async now() {
    clearTimeout(this.timer);
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    const ticket = (this.ticket += 1);
    const doc = this.doc();
    const blocks = blocksOf(doc);
    const sent = (this.sent = { ticket, doc, mapping: new Mapping(), blocks, changed: blocks.filter((b) => !this.known.has(b.text)).map((b) => b.id) });
    const slow = setTimeout(() => this.told.state("slow"), SLOW);
    try {
      const body = { ticket, ...this.choices(), blocks: blocks.map((block) => this.#brief(block)) };
      const answer = await post("/editor/check", body, { signal: abort.signal });
      if (!answer.ok) return await this.#refused(answer);
      const missing = await this.#read(answer, sent, abort.signal);
      this.wait = FIRST_WAIT;
      this.isAway = false;
      if (missing) return this.now();
    } catch (error) {
      if (!abort.signal.aborted) this.#away(error);
    } finally {
      clearTimeout(slow);
    }
  }

  #brief({ id, kind, text }) {
    return this.known.has(text) ? { id, kind, hash: hashOf(text) } : { id, kind, text };
  }

  async #read(answer, sent, signal) {
    const wasAway = this.isAway;
    for await (const line of linesOf(answer.body)) {
      if (signal.aborted || line.ticket !== this.ticket) return false;
      if (line.type === "missing") {
        this.known.clear();
        return true;
      }
      if (line.type === "flags") this.known = new Set(sent.blocks.map((block) => block.text));
      if (line.type === "error") return this.told.state("wrong", line.message) ?? false;
      this.told.line(line, sent);
      if (line.type === "done") this.told.state(wasAway ? "back" : "ready");
    }
    return false;
  }

  async #refused(answer) {
    if (answer.status >= 500 || answer.status === 429) return this.#away();
    const { error } = await answer.json().catch(() => ({}));
    this.told.state("wrong", error ?? "The check was refused. Copy your text, then load the page again.");
  }

  #away() {
    this.isAway = true;
    this.known.clear(); // a server that starts again has forgotten
    this.told.state("away");
    this.later(this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}

const texts = new WeakMap(); // a node of the document never changes, so neither does its text

function blocksOf(doc) {
  const blocks = [];
  eachBlock(doc, (node) => {
    if (!texts.has(node)) texts.set(node, textOf(node));
    const text = texts.get(node);
    if (text.trim()) blocks.push({ id: node.attrs.id, kind: node.type.name, text });
  });
  return blocks;
}

/** The objects of a stream of newline-delimited JSON, as they come. */
export async function* linesOf(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : lines.pop();
    for (const line of lines) if (line.trim()) yield JSON.parse(line);
    if (done) return;
  }
}
