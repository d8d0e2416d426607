// The service worker: keeps one version of the site whole, so that it opens
// without a network. Above stand its version and its files, each with what its
// content is checked against where the name has no hash in it.

const root = new URL("./", self.location);
const ours = `callbacklens ${root.pathname} `;
const cacheName = ours + version;

self.addEventListener("install", (event) => {
  // A running page has loaded all that it needs: nothing to wait for.
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
  const path = url.pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  if (path in files) event.respondWith(answer(path, request));
  else if (request.mode === "navigate" && `${path}/` in files) event.respondWith(Response.redirect(new URL(`${path}/${url.search}`, root)));
});

// fill gets every file that is not there yet, one after the other, and stops
// when a page is given a body: from then on nothing is requested.
async function fill() {
  const cache = await caches.open(cacheName);
  for (const [path, integrity] of Object.entries(files)) {
    const address = new URL(path, root).href;
    const known = integrity ? undefined : await find(address);
    if (known) {
      await cache.put(address, known);
      continue;
    }
    if (await busy()) throw new Error("a page holds a body: later");
    const response = await fetch(address, integrity ? { cache: "reload", redirect: "error", integrity } : { redirect: "error" });
    if (!response.ok) throw new Error(`${address}: status ${response.status}`);
    await cache.put(address, response);
  }
}

// find looks for a file with a hash in its name in this version's cache and
// in older ones.
async function find(address) {
  for (const name of await cacheNames()) {
    const response = await (await caches.open(name)).match(address);
    if (response) return response;
  }
}

const cacheNames = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

async function busy() {
  const { held } = (await navigator.locks?.query()) ?? { held: [] };
  return held.some((lock) => lock.name === `${ours}body`);
}

async function takeOver() {
  for (const name of await cacheNames()) {
    if (name !== cacheName) await caches.delete(name);
  }
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage({ version });
}

async function answer(path, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(new URL(path, root).href)) ?? fetch(request);
}
