// Tabs of one browser on the same draft: only one writes. The others are told, and can take over.

/** ``told`` has lost() and won(); ``key`` names the draft. */
export class Tabs {
  constructor(key, tab, told) {
    this.tab = tab;
    this.told = told;
    this.mine = true;
    this.channel = "BroadcastChannel" in self ? new BroadcastChannel(`copydesk.${key}`) : null;
    if (!this.channel) return;
    this.channel.onmessage = ({ data }) => this.#hear(data);
    this.channel.postMessage({ say: "hello", tab });
  }

  /** Write here from now on; the other tab keeps its text first. */
  takeOver() {
    this.mine = true;
    this.channel?.postMessage({ say: "mine", tab: this.tab });
  }

  close() {
    this.channel?.close();
  }

  #hear({ say, tab }) {
    if (tab === this.tab) return;
    if (say === "hello" && this.mine) this.channel.postMessage({ say: "taken", tab: this.tab });
    if ((say === "taken" || say === "mine") && this.mine) {
      this.mine = false;
      this.told.lost(say === "mine");
    }
  }
}
