// The queue on its way to the server: in batches, again and again until each is there.
(() => {
  const BATCH = 50;
  const FIRST_PAUSE = 2000;
  const LONGEST_PAUSE = 30000;

  class Sending {
    constructor(store, root, told) {
      this.store = store;
      this.root = root;
      this.told = told;
      this.pause = FIRST_PAUSE;
      this.busy = null;
      this.timer = 0;
    }

    // One run at a time; whoever asks meanwhile waits for that run.
    now() {
      this.busy ||= this.run().finally(() => {
        this.busy = null;
      });
      return this.busy;
    }

    // Before long, unless that is planned already: scanning on puts nothing off.
    later() {
      if (this.timer) return;
      const jitter = 0.75 + Math.random() / 2;
      this.timer = setTimeout(() => {
        this.timer = 0;
        this.now();
      }, this.pause * jitter);
    }

    // The connection is back: the next pause is a short one again.
    soon() {
      clearTimeout(this.timer);
      this.timer = 0;
      this.pause = FIRST_PAUSE;
      return this.now();
    }

    async run() {
      let sent = 0;
      try {
        let waiting = await this.store.queue();
        while (waiting.length) {
          sent += await this.batch(waiting);
          waiting = await this.store.queue();
        }
        await this.look();
        this.pause = FIRST_PAUSE;
        clearTimeout(this.timer);
        this.timer = 0;
        this.told({ online: true, sent });
      } catch (error) {
        this.told({ online: error.online === true, signedOut: error.signedOut === true, sent });
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
        this.later();
      }
    }

    async batch(waiting) {
      const scans = waiting.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, BATCH);
      const body = {
        device: await this.deviceKey(),
        name: (await this.store.get("name")) || "",
        clock: new Date().toISOString(),
        waiting: waiting.length,
        scans: scans.map(({ nonce, at, part, ref, text, typed, let_in }) => ({ nonce, at, part, ref, text, typed, let_in })),
      };
      const answer = await this.ask("gui/", { method: "POST", body: JSON.stringify(body) });
      const { answers, clock_off: off } = await answer.json();
      if (off) this.told({ clock: off });
      // Only what the server says it has is taken off the queue.
      const there = scans.filter((scan) => answers[scan.nonce]);
      if (!there.length) throw new Error("nothing taken");
      await this.store.remove(there.map((scan) => scan.nonce));
      return there.length;
    }

    // How things stand, and a fresh key for the next form.
    async look() {
      const part = document.getElementById("ban").dataset.part;
      const status = await (await this.ask(`so/?buoi=${part}`)).json();
      this.csrf = status.csrf;
      const off = Math.round((Date.now() - Date.parse(status.now)) / 1000);
      if (Math.abs(off) > 120) this.told({ clock: off });
      await this.store.set("synced", { at: Date.now(), present: status.present, expected: status.expected });
      return status;
    }

    async ask(path, options = {}) {
      if (options.method === "POST" && !this.csrf) await this.look();
      const headers = { Accept: "application/json", ...(options.method === "POST" ? { "X-CSRFToken": this.csrf } : {}) };
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), 8000);
      let answer;
      try {
        answer = await fetch(`${this.root}${path}`, { credentials: "same-origin", ...options, headers, signal: stop.signal });
      } finally {
        clearTimeout(timer);
      }
      if (answer.ok || options.any?.includes(answer.status)) return answer;
      if (answer.status === 403) this.csrf = "";
      const error = new Error(String(answer.status));
      // A server that fails is no connection, for whoever stands at the door.
      error.online = answer.status < 500;
      error.signedOut = answer.status === 404 && !path.startsWith("quet/");
      throw error;
    }

    async deviceKey() {
      let key = await this.store.get("device");
      if (!key) {
        key = crypto.randomUUID();
        await this.store.set("device", key);
      }
      return key;
    }

    async snapshot() {
      const kept = await (await this.ask("may/")).json();
      await this.store.set("snapshot", kept);
      return kept;
    }
  }

  globalThis.door.Sending = Sending;
})();
