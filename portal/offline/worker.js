// Answers from what this device keeps, and only where the network does not.
// What stands above this line names the release: see portal/offline/views.py.

const PAGES = "portal-pages";
const KEPT_FILES = "portal-files";
const FRAME = `portal-frame-${RELEASE}`;
const PATIENCE = 8000;
const NAMED_BY_CONTENT = /\.[0-9a-f]{12}\.\w+$/;
const FILES = new Set(["style", "script", "font", "image"]);
const ANSWERS = /^(\?(da=[\w-]+|cam-on))?$/; // what a form says afterwards is no other page

addEventListener("install", (event) => {
  skipWaiting();
  const fresh = SHELL.map((url) => new Request(url, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(FRAME).then((cache) => cache.addAll(fresh)));
});

const forgetOldReleases = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith("portal-frame-") && name !== FRAME) await caches.delete(name);
  }
  await clients.claim();
};
addEventListener("activate", (event) => event.waitUntil(forgetOldReleases()));

/** The copy of this very page; one of another day or choice is another page. */
const copyOf = async ({ pathname, search }) => {
  if (!ANSWERS.test(search)) return undefined;
  const found = await caches.match(pathname, { cacheName: PAGES, ignoreVary: true });
  return found?.headers.has("X-Gone") ? undefined : found;
};

/** Whoever has a copy need not wait for a network that is one in name only. */
const within = (answer, milliseconds) =>
  Promise.race([answer, new Promise((_, fail) => setTimeout(fail, milliseconds))]);

const page = async (request, url) => {
  const own = await copyOf(url);
  try {
    if (!own) return await fetch(request);
    // The server is asked, not the browser's own store: what comes without it has its day.
    return await within(fetch(request, { cache: "no-cache" }), PATIENCE);
  } catch {
    // A form's file is loaded by its address, like a page.
    const enclosed = await caches.match(url.href, { cacheName: KEPT_FILES, ignoreVary: true });
    return own ?? enclosed ?? (await caches.match(LIST, { cacheName: FRAME })) ?? Response.error();
  }
};

const file = async (request, url) => {
  const known = await caches.match(url.href, { ignoreVary: true });
  if (known && NAMED_BY_CONTENT.test(url.pathname)) return known;
  try {
    return await (known ? within(fetch(request), PATIENCE / 4) : fetch(request));
  } catch {
    return known ?? Response.error();
  }
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === location.origin && !url.pathname.startsWith(ADMIN);
  if (request.method !== "GET" || !isOurs) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (FILES.has(request.destination)) event.respondWith(file(request, url));
});
