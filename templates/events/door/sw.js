{% load static %}// The door without a connection: its page, its sheet and its scripts, nothing else.
const KEPT = "door-{{ root|escapejs }}-1";
const SHELL = "{{ root|escapejs }}";
const ASSETS = [
  "{% static 'portal/door.css' %}",
  "{% static 'portal/js/theme.js' %}",
  "{% static 'portal/js/door-store.js' %}",
  "{% static 'portal/js/door-sending.js' %}",
  "{% static 'portal/js/door-camera.js' %}",
  "{% static 'portal/js/door-page.js' %}",
  "{% static 'portal/js/door-answer.js' %}",
  "{% static 'portal/js/door-names.js' %}",
  "{% static 'portal/js/door.js' %}",
  "{% static 'portal/js/files.js' %}",
  "{% static 'portal/fonts/be-vietnam-pro-400.woff2' %}",
  "{% static 'portal/fonts/be-vietnam-pro-700.woff2' %}",
  "{% static 'portal/icons/mark.svg' %}",
];
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

async function keepAll() {
  const kept = await caches.open(KEPT);
  await kept.addAll(ASSETS);
  const shell = await fetch(SHELL, { credentials: "same-origin" });
  if (shell.ok) await kept.put(SHELL, shell);
}

self.addEventListener("message", (event) => {
  if (event.data === "wipe") event.waitUntil(caches.delete(KEPT));
  if (event.data === "keep") event.waitUntil(keepAll().catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (ASSETS.includes(url.pathname)) event.respondWith(asset(request));
  else if (request.mode === "navigate" && url.pathname.startsWith(SHELL)) event.respondWith(page(request));
});

async function asset(request) {
  return (await caches.match(request, { ignoreVary: true })) || fetch(request);
}

async function page(request) {
  const late = new Promise((_resolve, reject) => setTimeout(reject, PATIENCE, new Error("late")));
  try {
    const fresh = await Promise.race([fetch(request), late]);
    if (fresh.status < 500) return fresh;
  } catch {
    // No connection, or one so slow that nobody waits for it.
  }
  const shell = await caches.match(SHELL, { ignoreVary: true });
  return shell || fetch(request);
}
