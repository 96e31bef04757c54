// Pages kept on this device. Loaded by whoever keeps one, or opens the list of them.

const PAGES = "portal-pages";
const FILES = "portal-files";
const MOST = 20e6; // bytes of pages, pictures and what pages enclose
const STALE = 30 * 864e5;
const CHECK_AFTER = 36e5;
const READY_WITHIN = 30000;
const root = document.documentElement;
const mouth = document.querySelector(".say");
const { worker, list: LIST } = mouth.dataset;

const two = (n) => String(n).padStart(2, "0");
const dayOf = (at) => {
  const d = new Date(at);
  return `${two(d.getDate())}/${two(d.getMonth() + 1)}/${d.getFullYear()}`;
};
const hourOf = (at) => `${two(new Date(at).getHours())}:${two(new Date(at).getMinutes())}`;
// --- What is kept: one entry of the browser's cache for each page ----------------------

const read = (answer) => JSON.parse(decodeURIComponent(answer.headers.get("X-Kept")));

const answerOf = (html, about, policy) =>
  new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Referrer-Policy": "same-origin",
      "X-Kept": encodeURIComponent(JSON.stringify(about)),
      ...(about.gone && { "X-Gone": "1" }),
    },
  });

const entries = async () => {
  if (!(await caches.has(PAGES))) return [];
  const cache = await caches.open(PAGES);
  const found = [];
  for (const request of await cache.keys()) {
    const answer = await cache.match(request);
    found.push({ url: new URL(request.url).pathname, ...read(answer) });
  }
  return found.sort((a, b) => b.at - a.at);
};
const entry = async (url) => (await entries()).find((one) => one.url === url);

const change = async (url, changes) => {
  const cache = await caches.open(PAGES);
  const old = await cache.match(url);
  if (!old) return;
  const about = { ...read(old), ...changes };
  const policy = old.headers.get("Content-Security-Policy");
  await cache.put(url, answerOf(about.gone ? "" : await old.text(), about, policy));
};

/** Files that no kept page needs go with the page that needed them. */
const prune = async () => {
  const needed = new Set((await entries()).flatMap((one) => one.files ?? []));
  const cache = await caches.open(FILES);
  for (const request of await cache.keys()) {
    if (!needed.has(request.url)) await cache.delete(request);
  }
};

/** Nothing is kept any more: neither is the worker. */
const leave = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith("portal-")) await caches.delete(name);
  }
  const mine = await navigator.serviceWorker.getRegistration();
  await mine?.unregister();
};

// --- Making a copy -----------------------------------------------------------------------

const IN_STYLES = /url\(\s*["']?([^"')]+)/g;
const NAMED_BY_CONTENT = /\.[0-9a-f]{12}\.\w+$/;
const VOLATILE = ".updated,.feedback,.rail,form,script,template,.kept-note";

const fetched = async (url) => {
  const answer = await fetch(url, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok) throw Object.assign(new Error(url), { status: answer.status });
  return answer;
};

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

const shell = async () => {
  const known = await caches.match(LIST);
  return parsed(await (known ?? (await fetched(LIST))).text());
};

const print = (doc) => {
  const main = doc.querySelector("main").cloneNode(true);
  for (const part of main.querySelectorAll(VOLATILE)) part.remove();
  let sum = 0;
  for (const c of main.textContent.replace(/\s+/g, " ")) sum = (sum * 31 + c.codePointAt(0)) | 0;
  return sum;
};

const filesOf = (doc, base) => {
  const named = [
    ...[...doc.querySelectorAll("link[rel=stylesheet],link[rel~=icon],link[as=font]")].map((e) => e.getAttribute("href")),
    ...[...doc.querySelectorAll("script[src],main img,header img")].map((e) => e.getAttribute("src")),
    doc.querySelector("[data-keeper]")?.dataset.keeper,
  ];
  return named
    .filter(Boolean)
    .map((name) => new URL(name, base))
    .filter((url) => url.origin === location.origin);
};

/** What a page is kept for: without one of these nothing is kept. */
const enclosedIn = (doc, base) =>
  [...doc.querySelectorAll("main a[data-enclosed]")].map((link) => new URL(link.getAttribute("href"), base));

/** Fetch what a page encloses, its files, and those that its style sheets name; what
    the enclosed ones and pictures weigh. */
const keepFiles = async (enclosed, urls) => {
  const cache = await caches.open(FILES);
  const whole = new Set(enclosed.map((url) => url.href));
  const queue = [...enclosed, ...urls];
  const done = new Set();
  let weight = 0;
  while (queue.length) {
    const url = queue.shift();
    if (done.has(url.href)) continue;
    let answer = NAMED_BY_CONTENT.test(url.pathname) && (await cache.match(url.href));
    if (!answer) {
      try {
        answer = await fetched(url);
      } catch (error) {
        if (!error.status) throw error;
        if (whole.has(url.href)) throw new Error(url.href); // the page itself is still there
        continue; // a picture that is gone is no reason to keep nothing
      }
      // What somebody has to sign in for is nothing that a device keeps.
      if (answer.redirected && whole.has(url.href)) throw new Error(url.href);
      await cache.put(url.href, answer.clone());
    }
    done.add(url.href);
    const body = await answer.blob();
    if (whole.has(url.href) || body.type.startsWith("image/")) weight += body.size;
    if (body.type.startsWith("text/css")) {
      for (const [, name] of (await body.text()).matchAll(IN_STYLES)) {
        if (!/^(data:|#|%23)/.test(name)) queue.push(new URL(name, url));
      }
    }
  }
  return { files: [...done], weight };
};

const fill = (words, at) => words.replace("%d", dayOf(at)).replace("%h", hourOf(at));

/** A piece of the list's page, with the day it is about. */
const piece = (house, name, at) => {
  const node = house.getElementById(name).content.firstElementChild.cloneNode(true);
  for (const part of node.querySelectorAll("[data-day]")) {
    part.textContent = fill(part.textContent, at);
  }
  return node;
};

/** The page as it is kept: it says its day, and offers nothing that needs a network. */
const dress = (doc, house, about) => {
  doc.documentElement.dataset.kept = about.at;
  for (const part of doc.querySelectorAll("main form,[data-online],source,link[rel=manifest]")) part.remove();
  for (const picture of doc.querySelectorAll("img")) {
    picture.removeAttribute("srcset");
    picture.removeAttribute("loading");
  }
  const style = house.querySelector("link[data-offline]");
  if (!doc.querySelector("link[data-offline]")) doc.head.append(style.cloneNode());
  doc.querySelector("header").after(piece(house, "kept-line", about.at));
  doc.querySelector(".status > div")?.append(piece(house, "kept-status", about.at));
  doc.querySelector(".ticket,.ticket-facts")?.after(piece(house, "kept-ticket", about.at));
  return `<!doctype html>\n${doc.documentElement.outerHTML}`;
};

const isFull = (error) => error.name === "QuotaExceededError";

/** Keep the page as anybody may see it now; throws what the network or storage throws. */
const keep = async (url, before) => {
  const at = Date.now();
  const page = await fetched(url);
  const doc = parsed(await page.text());
  const button = doc.querySelector("[data-tool=keep]");
  // A ticket that was given up or erased is not for keeping.
  if (!button || page.redirected) throw Object.assign(new Error(url), { status: 410 });
  const banner = doc.querySelector(".status");
  const about = {
    kind: button.dataset.kind,
    title: button.dataset.title,
    note: button.dataset.note,
    sign: banner && /s-(\w+)/.exec(banner.className)?.[1],
    status: banner?.querySelector("h2").textContent.trim(),
    version: button.dataset.version,
    at,
    print: print(doc),
  };
  about.news = before && (before.news || before.print !== about.print);
  const html = dress(doc, await shell(), about);
  const others = (await entries()).filter((one) => one.url !== url);
  const { files, weight } = await keepFiles(enclosedIn(doc, page.url), filesOf(doc, page.url));
  about.files = files;
  about.size = new Blob([html]).size + weight;
  const total = others.reduce((sum, one) => sum + (one.size ?? 0), about.size);
  if (total > MOST) throw new DOMException(url, "QuotaExceededError");
  const policy = page.headers.get("Content-Security-Policy") ?? "default-src 'self'";
  await (await caches.open(PAGES)).put(url, answerOf(html, about, policy));
  return about;
};

const GONE = new Set([403, 404, 410]);

/** Look again at what is kept; true where a newer copy of this page is there. */
const refresh = async (isDue) => {
  let isNewer = false;
  for (const one of await entries()) {
    if (one.gone || !isDue(one)) continue;
    try {
      await keep(one.url, one);
      isNewer ||= one.url === location.pathname;
    } catch (error) {
      if (GONE.has(error.status)) {
        if (one.kind === "ticket") await (await caches.open(PAGES)).delete(one.url);
        else await change(one.url, { gone: true, files: [], size: 0 });
      } else if (!error.status) break; // no network, or no room: another time
    }
  }
  await prune();
  return isNewer;
};

// --- The button of a page -------------------------------------------------------------------

const here = location.pathname;
const button = document.querySelector("[data-tool=keep]");
const remover = document.querySelector("[data-tool=unkeep]");

const show = (about) => {
  if (!button) return;
  button.querySelector("span").textContent = about
    ? button.dataset.kept.replace("%s", dayOf(about.at))
    : button.dataset.keep;
  button.classList.toggle("is-kept", Boolean(about));
  remover.hidden = !about;
};

/** A worker whose files do not come is never ready. */
const tooLong = () => new Promise((_, fail) => setTimeout(fail, READY_WITHIN, new Error("worker")));

const keepHere = async (say) => {
  if (button.ariaBusy === "true") return;
  const label = button.querySelector("span");
  button.ariaBusy = "true";
  label.textContent = button.dataset.keeping;
  try {
    await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
    await Promise.race([navigator.serviceWorker.ready, tooLong()]);
    const about = await keep(here);
    await prune();
    navigator.storage?.persist?.();
    show(about);
    say("kept");
  } catch (error) {
    await prune();
    show(await entry(here));
    say(isFull(error) ? "full" : "notKept", { stays: isFull(error) });
  } finally {
    button.ariaBusy = null;
  }
};

const leaveIfEmpty = async () => {
  if (!(await entries()).length) await leave();
};

const drop = async (url) => {
  const cache = await caches.open(PAGES);
  const held = await cache.match(url);
  await cache.delete(url);
  return held;
};

const unkeepHere = async (say) => {
  await drop(here);
  await prune();
  await leaveIfEmpty();
  show(undefined);
  button.focus();
  say("dropped");
};

const isOld = ({ at }) => Date.now() - at > STALE;
const store = { PAGES, LIST, MOST, entries, drop, prune, leave, leaveIfEmpty, dayOf, fill, isOld };

// --- When a page is opened -------------------------------------------------------------------

const sayOld = () => {
  if (!isOld({ at: Number(root.dataset.kept) })) return;
  for (const part of document.querySelectorAll("[data-if-old]")) part.hidden = false;
  for (const shown of document.querySelectorAll(".status,.chip")) {
    shown.className = shown.className.replace(/s-(ok|part|off|soon)/, "s-chk");
    (shown.querySelector("h2") ?? shown).textContent = mouth.dataset.reviewed;
  }
};

export const start = async (say) => {
  const isCopy = "kept" in root.dataset;
  const list = document.querySelector("[data-saved]");
  const paint =
    list && (await (await import(list.dataset.saved)).showList(list, { ...store, say }));
  show(await entry(here));
  if (isCopy) sayOld();
  else if (navigator.onLine) await leaveIfEmpty();
  const look = async (isDue) => {
    const isNewer = await refresh(isDue);
    if (isCopy && isNewer) location.reload();
    else if (paint) await paint();
    else show(await entry(here));
  };
  addEventListener("online", () => look(() => true));
  // Whoever reads the page itself has seen what is new in it.
  if (!isCopy && button) await change(here, { news: false });
  if (navigator.onLine) {
    look((one) => Date.now() - one.at > CHECK_AFTER || (isCopy && one.url === here)).catch(() => {});
  }
  return { keep: () => keepHere(say), unkeep: () => unkeepHere(say) };
};
