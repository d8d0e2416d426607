// The service worker: keeps one version of the site whole, so that it opens
// without a network. Above stand the version and what belongs to it: the assets
// and the parcel, with a hash of their content in their names, and the pages,
// which the parcel holds.

const root = new URL("./", self.location);
const ours = `callbacklens ${root.pathname} `;
const cacheName = ours + site.version;
const files = new Set([...site.assets, ...site.pages]);

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
  if (files.has(path)) event.respondWith(answer(path, request));
  else if (request.mode === "navigate" && files.has(`${path}/`)) event.respondWith(Response.redirect(new URL(`${path}/${url.search}`, root)));
});

const addressOf = (path) => new URL(path, root).href;

// fill gets every file that is not there yet, one after the other, and stops
// when a page is given a body: from then on nothing is requested.
async function fill() {
  const cache = await caches.open(cacheName);
  for (const path of site.assets) {
    const address = addressOf(path);
    await cache.put(address, (await find(address)) ?? (await get(address)));
  }
  const pages = await unpack(await get(addressOf(site.parcel)));
  for (const [path, { type, text }] of Object.entries(pages)) {
    await cache.put(addressOf(path), new Response(text, { headers: { "Content-Type": type } }));
  }
}

async function get(address) {
  if (await busy()) throw new Error("a page holds a body: later");
  const response = await fetch(address, { redirect: "error" });
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response;
}

// unpack reads the parcel: JSON that travels gzipped as a plain file, which
// some hosts declare as an encoding, so that it arrives unpacked.
async function unpack(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { body } = new Response(bytes);
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new Response(gzipped ? body.pipeThrough(new DecompressionStream("gzip")) : body).json();
}

// find looks for an asset in this version's cache and in older ones.
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
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage({ version: site.version });
}

async function answer(path, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(addressOf(path))) ?? fetch(request);
}
