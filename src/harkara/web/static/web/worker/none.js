// The worker of a site that wants none: it removes all that earlier ones kept, and itself.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(clear()));

async function clear() {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
}
