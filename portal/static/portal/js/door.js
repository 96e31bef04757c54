// The door on a telephone: views in one page, answers at once, and no connection needed.
(() => {
  const { Store, Sending, Camera, lineOf, codeState, answer, find, page } = globalThis.door;
  const { all, one, clock, fill, wordOf, labelOf } = page;
  const root = document.getElementById("ban");
  const address = root.dataset.root;
  const part = root.dataset.part;
  let store;
  let sending;
  let camera;
  let online = navigator.onLine;
  let leaving = false;
  let answering = false;

  // Numbers

  async function numbers() {
    const waiting = await store.queue();
    const synced = await store.get("synced");
    fill("[data-waiting]", waiting.length);
    if (synced) {
      fill("[data-synced]", clock(synced.at));
      const fresh = waiting.filter((scan) => scan.result === "ok" && scan.part === part).length;
      const present = synced.present + fresh;
      fill("[data-present], [data-slot=present]", present);
      fill("[data-expected], [data-slot=expected]", Math.max(synced.expected, present));
      fill("[data-left]", Math.max(0, synced.expected - present));
    }
    for (const shown of all("[data-online]")) shown.hidden = !online;
    for (const shown of all("[data-offline]")) shown.hidden = online;
    one("[data-notice=offline]").hidden = online && !waiting.length;
    const list = one("[data-queue]");
    list.replaceChildren(
      ...waiting
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map((scan) => {
          const item = document.createElement("li");
          for (const words of [clock(scan.at), scan.code || "…", wordOf(scan.result)]) {
            const span = document.createElement("span");
            span.textContent = words;
            item.append(span);
          }
          return item;
        }),
    );
    return waiting.length;
  }

  // Views

  function show(view, push = true) {
    for (const section of all("[data-shows]")) section.hidden = section.dataset.shows !== view;
    root.dataset.view = view;
    if (push) history.pushState({ view }, "");
    if (view === "scan") startCamera();
    else stopCamera();
    if (view === "find") one("[data-query]").focus();
    numbers();
  }

  async function startCamera() {
    if (camera) return;
    const shown = one("[data-camera]");
    try {
      if (!(await Camera.canRead())) throw new Error("no reader");
      camera = new Camera(one("[data-video]"), (text) => submit(text));
      shown.hidden = false;
      const hasLight = await camera.start();
      one("[data-torch]").hidden = !hasLight;
      one("[data-type]").hidden = false;
      for (const form of all("[data-typed], [data-photograph]")) form.hidden = true;
    } catch {
      stopCamera();
      shown.hidden = true;
      one("[data-refused]").hidden = false;
      for (const form of all("[data-typed], [data-photograph]")) form.hidden = false;
    }
  }

  function stopCamera() {
    camera?.stop();
    camera = null;
  }

  // A scan

  async function submit(raw) {
    const text = raw.trim();
    if (!text || answering) return;
    answering = true;
    if (camera) camera.paused = true;
    try {
      const scan = { nonce: crypto.randomUUID(), at: new Date().toISOString(), part };
      answer.present(online ? await asked(text, scan) : await alone(text, scan), scan);
    } finally {
      answering = false;
    }
  }

  async function asked(text, scan) {
    const form = new FormData();
    form.set("code", text);
    form.set("part", part);
    form.set("nonce", scan.nonce);
    form.set("device", await sending.deviceKey());
    form.set("device_name", (await store.get("name")) || "");
    try {
      const response = await sending.ask("quet/", { method: "POST", body: form, any: [409] });
      const said = await response.json();
      if (said.problem) return { result: "unknown", why: said.problem };
      await store.set("synced", { at: Date.now(), present: said.present, expected: said.expected });
      const code = said.facts.at(-1)?.[1];
      if (said.result === "ok" && code) await remember(code, scan.at);
      return said;
    } catch (error) {
      if (error.signedOut) {
        told({ signedOut: true, online: true });
      } else {
        online = false;
        sending.later();
      }
      // The same nonce: if the server has it after all, it adds nothing.
      return alone(text, scan);
    }
  }

  async function alone(text, scan) {
    const snapshot = await store.snapshot();
    const token = /\/ve\/([\w-]{10,32})\/?/.exec(text)?.[1];
    const code = token ? "" : text.replace(/[\s.\-–]+/g, "").toUpperCase();
    if (!token && !/^[A-Z0-9]{6}$/.test(code)) return { result: "unknown" };
    const line = token && snapshot ? await lineOf(snapshot, token) : null;
    const state = line ? line.state : code && snapshot ? await codeState(snapshot, code) : null;
    if (!state) return { result: "absent", facts: [], decide: { ...scan, text, code, typed: !token } };
    const good = ["ok", "confirmed", "offered"].includes(state);
    const said = {
      result: good ? "ok" : state === "exchanged" ? "wrong_event" : state,
      name: line?.name || "",
      agency: line?.agency || "",
      successor: line?.successor || "",
      facts: [[labelOf("code"), line?.code || code]],
    };
    if (!good) return said;
    const mine = line?.code || code;
    const before = line?.arrived?.[part] || (await store.get("arrived"))?.[`${mine} ${part}`];
    if (before) Object.assign(said, { result: "already", time: before });
    await store.add({ ...scan, ref: line?.reference || "", text: line ? "" : text, code: mine, typed: !token, let_in: true, result: said.result });
    await remember(mine, scan.at, before);
    return { ...said, kept: true };
  }

  async function remember(code, at, before) {
    const arrived = (await store.get("arrived")) || {};
    arrived[`${code} ${part}`] ||= before || clock(at);
    await store.set("arrived", arrived);
  }

  // The server, and what it said

  function told(news) {
    if ("online" in news) online = news.online;
    if (news.clock) one("[data-notice=clock]").hidden = false;
    one("[data-notice=signin]").hidden = !news.signedOut;
    if (news.signedOut) store.wipe();
    if (news.sent) {
      const strip = one("[data-notice=sent]");
      fill("[data-sent]", news.sent);
      strip.hidden = false;
      setTimeout(() => (strip.hidden = true), 4000);
    }
    numbers();
  }

  async function refresh() {
    await sending.soon();
    if (online) await sending.snapshot().catch(() => {});
  }

  // Names

  const search = (words) => find(words, { store, sending, part, online, submit, lost: () => (online = false) });

  // Keys of a scanner that types, on every screen of the door

  function listen() {
    let typed = "";
    let since = 0;
    document.addEventListener("keydown", (event) => {
      if (event.target.closest("input, textarea, select") || event.ctrlKey || event.altKey || event.metaKey) return;
      if (Date.now() - since > 1000) typed = "";
      since = Date.now();
      if (event.key === "Enter" && typed.length >= 6) {
        event.preventDefault();
        answer.dismiss();
        submit(typed);
        typed = "";
      } else if (event.key.length === 1) {
        typed += event.key;
      }
    });
  }

  function wire() {
    document.addEventListener("click", (event) => {
      answer.unlock();
      const link = event.target.closest("[data-go], [data-back]");
      if (!link) {
        if (event.target.closest("a[href], button:not([type=button])")) leaving = true;
        return;
      }
      if (link.matches("[data-back]") && root.dataset.view === "ready") {
        leaving = false;
        return;
      }
      event.preventDefault();
      show(link.dataset.go || "ready");
    });
    addEventListener("popstate", (event) => show(event.state?.view || "ready", false));
    one("[data-typed]").addEventListener("submit", (event) => {
      event.preventDefault();
      const field = one("[data-code]");
      submit(field.value);
      field.value = "";
    });
    let timer;
    one("[data-query]").addEventListener("input", (event) => {
      clearTimeout(timer);
      timer = setTimeout(() => search(event.target.value), 120);
    });
    one("[data-find]").addEventListener("submit", (event) => {
      event.preventDefault();
      search(one("[data-query]").value);
    });
    one("[data-type]").addEventListener("click", () => {
      one("[data-typed]").hidden = false;
      one("[data-code]").focus();
    });
    let light = false;
    one("[data-torch]").addEventListener("click", () => camera?.light((light = !light)));
    one("[data-send]").addEventListener("click", refresh);
    one("[data-wipe]").addEventListener("click", wipe);
    one("[data-sign-out]").addEventListener("click", signOut);
    one("[data-device]").addEventListener("submit", async (event) => {
      event.preventDefault();
      await store.set("name", one("[data-device-name]").value.trim());
    });
    addEventListener("online", refresh);
    addEventListener("offline", () => told({ online: false }));
    addEventListener("beforeunload", (event) => {
      if (!leaving && Number(one("[data-waiting]").textContent) > 0) event.preventDefault();
      leaving = false;
    });
  }

  async function wipe() {
    await store.wipe();
    const worker = await navigator.serviceWorker?.getRegistration(address);
    worker?.active?.postMessage("wipe");
    numbers();
  }

  async function signOut(event) {
    const refuses = one("[data-refuses]");
    refuses.hidden = (await store.queue()).length === 0;
    if (!refuses.hidden) return;
    await wipe();
    const form = Object.assign(document.createElement("form"), { method: "post", action: event.target.dataset.address });
    const key = one("[name=csrfmiddlewaretoken]").cloneNode();
    key.value = sending.csrf || key.value;
    form.append(key);
    document.body.append(form);
    leaving = true;
    form.submit();
  }

  async function battery() {
    const known = await navigator.getBattery?.();
    if (!known) return;
    const look = () => {
      one("[data-battery-shown]").hidden = false;
      fill("[data-battery]", `${Math.round(known.level * 100)} %`);
      one("[data-notice=battery]").hidden = known.level >= 0.2 || known.charging;
    };
    known.addEventListener("levelchange", look);
    look();
  }

  // Back from an answer: the next ticket.
  function closed() {
    if (camera) camera.resume();
    if (root.dataset.view === "ready") show("scan");
    numbers();
  }

  async function start() {
    store = await Store.of(root.dataset.event);
    sending = new Sending(store, address, told);
    answer.serve({ store, sending, address, part, numbers, closed });
    one("[data-device-name]").value = (await store.get("name")) || "";
    wire();
    listen();
    const ending = location.pathname.slice(address.length);
    const view = { "quet/": "scan", "tim/": "find" }[ending] || root.dataset.view;
    history.replaceState({ view }, "");
    show(view, false);
    battery();
    navigator.serviceWorker?.register(`${address}sw/`, { scope: address }).catch(() => {});
    navigator.storage?.persist?.();
    await refresh();
    setInterval(refresh, 60000);
    root.dataset.started = "";
  }

  start();
})();
