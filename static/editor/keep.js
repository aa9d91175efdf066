// The draft in this browser (IndexedDB): kept at each change, so that a reload, a crash or a dead server costs nothing.

const NAME = "copydesk";
const STORE = "drafts";

let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
  return opening;
}

function act(mode, work) {
  return open().then((database) => new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    let result;
    work(transaction.objectStore(STORE), (value) => (result = value));
    transaction.oncomplete = () => resolve(result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  }));
}

/** Return what is kept under a key, or null; also null where this browser keeps nothing. */
export async function kept(key) {
  const last = takeLast(key);
  try {
    const there = (await act("readonly", (store, give) => (store.get(key).onsuccess = (event) => give(event.target.result)))) ?? null;
    if (!last || last.at <= (there?.at ?? 0)) return there;
    if (!there || there.tab === last.tab || there.at <= last.seen) return last;
    keepAs("before", last); // another tab has kept something that this one never saw
    return there;
  } catch {
    return last;
  }
}

// A page that is being left may end before the database has written. The session's storage writes at once, for this tab.
const lastOf = (key) => `copydesk ${key}`;

function setLast(key, record) {
  try {
    sessionStorage.setItem(lastOf(key), JSON.stringify(record));
  } catch {
    // A draft too long for it, or a browser that has none: the database has all but the last words.
  }
}

function takeLast(key) {
  try {
    const last = JSON.parse(sessionStorage.getItem(lastOf(key)));
    sessionStorage.removeItem(lastOf(key));
    return last;
  } catch {
    return null;
  }
}

/** Keep something under another key; failing is no harm. */
export const keepAs = (key, record) => act("readwrite", (store) => store.put(record, key)).catch(() => {});

export const forget = (key) => act("readwrite", (store) => store.delete(key)).catch(() => {});

/** Keeps one draft. ``record()`` gives what to keep; ``told`` has kept(at), failed() and another(record). */
export class Keeper {
  constructor(key, tab, record, told) {
    Object.assign(this, { key, tab, record, told, seen: 0, waiting: null, running: null });
    addEventListener("pagehide", () => this.#leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.now());
  }

  #leave() {
    if (this.stopped || !(this.waiting || this.running)) return;
    setLast(this.key, { ...this.#mine(), seen: this.seen });
    this.now();
  }

  #mine() {
    return { ...this.record(), tab: this.tab, at: Date.now() };
  }

  /** Keep soon: several changes within a moment are one write. */
  soon() {
    this.waiting ??= setTimeout(() => this.now(), 120);
  }

  /** Keep now, unless another tab has kept something since: then it is not overwritten, and the page is told. */
  now() {
    clearTimeout(this.waiting);
    this.waiting = null;
    if (this.stopped) return null;
    const mine = this.#mine();
    const run = act("readwrite", (store, give) => {
      store.get(this.key).onsuccess = ({ target: { result: there } }) => {
        if (there && there.tab !== this.tab && there.at > this.seen) return give(there);
        store.put(mine, this.key);
        return give(null);
      };
    }).then((other) => {
      if (other) {
        this.stopped = true;
        this.told.another(other);
      } else {
        this.seen = mine.at;
        this.told.kept(mine.at);
      }
    }, () => this.told.failed()).finally(() => {
      if (this.running === run) this.running = null;
    });
    this.running = run;
    return run;
  }

  /** Go on with the state ``seen`` at a time, for instance after another tab's was taken or overruled. */
  resume(seen) {
    this.seen = seen;
    this.stopped = false;
  }
}
