// What the door keeps in this device: the locked snapshot, the queue, a few settings.
// The queue outlives everything but being sent; the snapshot is wiped at its hour.
(() => {
  const text = new TextEncoder();
  const settings = "settings";

  function open(event) {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open(`ban-don-tiep-${event}`, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("queue", { keyPath: "nonce" });
        asked.result.createObjectStore(settings);
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  }

  function done(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  // Settled only when the disk has it: a result is shown after that.
  function committed(transaction) {
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  class Store {
    static async of(event) {
      const store = new Store();
      store.event = event;
      store.base = await open(event);
      return store;
    }

    get(name) {
      return done(this.base.transaction(settings).objectStore(settings).get(name));
    }

    async set(name, value) {
      const change = this.base.transaction(settings, "readwrite");
      change.objectStore(settings).put(value, name);
      await committed(change);
    }

    queue() {
      return done(this.base.transaction("queue").objectStore("queue").getAll());
    }

    async add(scan) {
      const change = this.base.transaction("queue", "readwrite", { durability: "strict" });
      change.objectStore("queue").put(scan);
      await committed(change);
    }

    async remove(nonces) {
      const change = this.base.transaction("queue", "readwrite");
      for (const nonce of nonces) change.objectStore("queue").delete(nonce);
      await committed(change);
    }

    // Names, lines and numbers go; what waits to be sent stays.
    async wipe() {
      for (const name of ["snapshot", "arrived", "synced"]) await this.set(name, undefined);
    }

    // The snapshot, unless its time is over: then it goes with this look.
    async snapshot(now = Date.now()) {
      const kept = await this.get("snapshot");
      if (kept && Date.parse(kept.until) <= now) {
        await this.wipe();
        return null;
      }
      return kept || null;
    }
  }

  async function digest(words) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", text.encode(words)));
  }

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
  const bytesOf = (words) => Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0));

  // The line of a ticket, opened with the ticket's own token; null where there is none.
  async function lineOf(snapshot, token) {
    const reference = await digest(`ve:${token}`);
    const sealed = snapshot.tickets[base64(reference.slice(0, 9))];
    if (!sealed) return null;
    const raw = bytesOf(sealed);
    const material = await digest(`khoa:${token}`);
    const key = await crypto.subtle.importKey("raw", material, "AES-GCM", false, ["decrypt"]);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: raw.slice(0, 12) }, key, raw.slice(12));
    const [name, agency, state, code, successor, arrived] = JSON.parse(new TextDecoder().decode(plain));
    return { name, agency, state, code, successor, arrived, reference: hex(reference) };
  }

  async function codeState(snapshot, code) {
    const reference = await digest(`ma:${snapshot.event}:${code}`);
    return snapshot.codes[base64(reference.slice(0, 9))] || null;
  }

  globalThis.door = { Store, lineOf, codeState };
})();
