// Reading without a network is turned off here: this worker takes itself away.

const leave = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith("portal-")) await caches.delete(name);
  }
  await registration.unregister();
};
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
