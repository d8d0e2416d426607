// The service worker: keeps one version of the site whole, so that it opens
// without a network. Above stand the version and what belongs to it: the assets
// and the parcel, with the sums of their content, and the pages, which the
// parcel holds. All of it stands in one block, so that nothing of a file that
// was cut off on its way is ever run.

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
  if (request.method === "POST" && url.href === addressOf("share")) {
    event.respondWith(receive(request));
    return;
  }
  if (request.method !== "GET" || url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
  const path = url.pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  if (files.has(path)) event.respondWith(answer(path, request));
  else if (isRead(path)) event.respondWith(remembered(path, event));
  else if (request.mode === "navigate" && files.has(`${path}/`)) event.respondWith(Response.redirect(new URL(`${path}/${url.search}`, root)));
});

// Guides are no part of what is kept. One that was read is kept with what it loaded, as
// the network gave it last: nothing is fetched that its page does not ask for.
const readName = `${ours}read`;
const mostRead = 60; // files, the last ones read
const isRead = (path) => site.guides.some((folder) => path.startsWith(folder)) || /^assets\/[\w-]+\.[0-9a-f]{12}\./.test(path);

async function remembered(path, event) {
  try {
    const response = await fetch(event.request);
    if (response.ok && response.type === "basic" && !response.redirected) event.waitUntil(remember(path, response.clone()).catch(console.warn));
    return response;
  } catch (reason) {
    const kept = await caches.match(addressOf(path), { cacheName: readName }).catch(() => {});
    if (kept) return kept;
    throw reason;
  }
}

async function remember(path, response) {
  const cache = await caches.open(readName);
  await cache.put(addressOf(path), response);
  for (const request of (await cache.keys()).slice(0, -mostRead)) await cache.delete(request);
}

// What the system shares with the installed page lies here until the page that opens
// for it asks, and nowhere else: it is gone with the worker, or after a minute.
let shared = null;

async function receive(request) {
  const form = await request.formData();
  const said = ["text", "url", "title"].map((name) => form.get(name)).find((text) => text && typeof text === "string");
  shared = { text: said ?? "", files: form.getAll("files").filter((file) => file instanceof File && file.size) };
  setTimeout(() => (shared = null), 60_000);
  return Response.redirect(addressOf("?shared"), 303);
}

self.addEventListener("message", ({ data, source }) => {
  if (data !== "shared") return;
  source.postMessage({ shared: shared ?? { text: "", files: [] } });
  shared = null;
});

const addressOf = (path) => new URL(path, root).href;

// fill gets every file that is not there yet, one after the other, and stops
// when a page is given a body: from then on nothing is requested. Pages keep what the
// host should say of those who may hold them in a frame.
async function fill() {
  const cache = await caches.open(cacheName);
  for (const path of site.assets) {
    await cache.put(addressOf(path), (await find(path)) ?? (await get(path)));
  }
  const pages = await unpack(await get(site.parcel));
  for (const [path, { type, text }] of Object.entries(pages)) {
    const headers = { "Content-Type": type, "Content-Security-Policy": `frame-ancestors ${site.framers}` };
    await cache.put(addressOf(path), new Response(text, { headers }));
  }
}

// get fetches a file whose sum is known. What the browser has kept of it may be
// wrong, such as the page of a network that wants one to log in first: then it
// is fetched past that.
async function get(path) {
  const file = (await fetched(path, "default").catch(() => null)) ?? (await fetched(path, "reload"));
  if (!file) throw new Error(`${path} is not what belongs to this version`);
  return file;
}

// While a page holds a body its lock is held, and nothing is requested; while
// something is requested this one is.
const fetched = (path, cache) =>
  alone(async (lock) => {
    if (!lock) throw new Error("a page holds a body: later");
    const response = await fetch(addressOf(path), { cache, redirect: "error" });
    if (!response.ok) throw new Error(`${path}: status ${response.status}`);
    return intact(path, response);
  });

const alone = (work) => (navigator.locks ? navigator.locks.request(`${ours}body`, { ifAvailable: true }, work) : work(true));

// intact returns a response with the content of another, if that has one of the
// sums that it should, and the type that belongs to it.
async function intact(path, response) {
  const { type, sums } = site.known[path];
  const bytes = await response.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (sums.includes(btoa(String.fromCharCode(...sum)))) return new Response(bytes, { headers: { "Content-Type": type } });
}

// unpack reads the parcel: JSON that travels gzipped as a plain file, which
// some hosts declare as an encoding, so that it arrives unpacked.
async function unpack(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { body } = new Response(bytes);
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new Response(gzipped ? body.pipeThrough(new DecompressionStream("gzip")) : body).json();
}

// find looks for an asset in this version's cache and in older ones, where it
// may have been kept unchecked.
async function find(path) {
  for (const name of await cacheNames()) {
    const response = await (await caches.open(name)).match(addressOf(path));
    const file = response && (await intact(path, response));
    if (file) return file;
  }
}

const cacheNames = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

async function takeOver() {
  for (const name of await cacheNames()) {
    if (name !== cacheName && name !== readName) await caches.delete(name);
  }
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage({ version: site.version });
}

// answer gives what is kept. A page that found it wrong asks for it anew, and
// what comes then takes its place; where nothing is kept, or the browser lets
// nobody at it, the network is asked.
async function answer(path, request) {
  try {
    const cache = await caches.open(cacheName);
    if (request.cache !== "reload" || !site.known[path]) {
      const kept = await cache.match(addressOf(path));
      if (kept) return kept;
    } else {
      const file = await intact(path, await fetch(request));
      if (file) {
        await cache.put(addressOf(path), file.clone());
        return file;
      }
    }
  } catch (reason) {
    console.warn(reason);
  }
  return fetch(request);
}
