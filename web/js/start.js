// The first script of every page, loaded before the page is painted. It takes
// away what the page does not need, sets language and theme, takes bodies in for
// as long as the page lives, starts the program, locks the page, and sees to the
// service worker.
"use strict";

(() => {
  const html = document.documentElement;
  const script = document.currentScript;
  const root = new URL("../", script.src); // this file lies in assets/
  const wasm = new URL(script.dataset.wasm, location.href).href;
  const version = html.dataset.version;
  // The same name as in worker.js.
  const cacheName = `callbacklens ${root.pathname} ${version}`;

  // attempt returns what fn does, or otherwise where that throws or is nothing:
  // a browser may lack or refuse nearly all that it is asked for here.
  const attempt = (fn, otherwise = null) => {
    try {
      return fn() ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const worker = attempt(() => navigator.serviceWorker);
  const controlled = Boolean(attempt(() => worker.controller));

  // --- What the page does not need ----------------------------------------
  // No content policy stops these: connections between browsers, windows,
  // workers, and frames with fresh copies of all that was taken away. What a
  // policy does stop is taken as well where nothing here needs it.
  const define = (object, name, value) => attempt(() => Object.defineProperty(object, name, { value, writable: false, configurable: false }));
  for (const name of `RTCPeerConnection webkitRTCPeerConnection mozRTCPeerConnection RTCDataChannel WebTransport
    WebSocket WebSocketStream EventSource XMLHttpRequest fetchLater Worker SharedWorker BroadcastChannel
    Notification PushManager PaymentRequest PresentationRequest customElements XSLTProcessor`.split(/\s+/)) {
    define(window, name);
  }
  define(window, "open", () => null); // go-app calls it for links that lead outside
  define(attempt(() => Navigator.prototype), "sendBeacon");
  define(attempt(() => BackgroundFetchManager.prototype), "fetch");
  for (const name of ["open", "write", "writeln"]) define(Document.prototype, name);

  const create = document.createElement.bind(document);
  const unneeded = /(^|[<:])(i?frame|fencedframe|portal|object|embed|link|base)$/i;
  for (const [name, at] of Object.entries({ createElement: 0, createElementNS: 1 })) {
    const made = Document.prototype[name];
    define(Document.prototype, name, function (...args) {
      args[at] = String(args[at]);
      if (unneeded.test(args[at])) throw new TypeError(`this page makes no ${args[at]}`);
      return made.apply(this, args);
    });
  }

  // Where the browser lets it, no script leads the page elsewhere: links that
  // are clicked do.
  attempt(() =>
    navigation.addEventListener("navigate", (event) => {
      const { destination, downloadRequest, navigationType, userInitiated } = event;
      if (destination.sameDocument || userInitiated || navigationType === "reload" || navigationType === "traverse") return;
      if (downloadRequest === null || !destination.url.startsWith("blob:")) event.preventDefault();
    }),
  );

  // --- Markup -------------------------------------------------------------
  // The program draws with markup of its own, which a page under Trusted Types
  // takes from a policy only. Where the host allows none it is taken apart here.
  const types = attempt(() => trustedTypes.createPolicy("callbacklens", { createHTML: (m) => m, createScriptURL: (a) => a }));
  const address = (a) => types?.createScriptURL(a) ?? a;

  // built makes nodes of markup as the program writes it.
  const svg = ["http", "//www.w3.org/2000/svg"].join(":"); // a name; this script holds no address
  function built(markup) {
    const top = document.createDocumentFragment();
    const plain = (t) => t.replace(/&(amp|lt|gt|#34|#13);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", "#34": '"', "#13": "\r" })[name]);
    let at = top;
    for (const [, text, end, tag, attributes] of markup.matchAll(/([^<]+)|<(\/?)([\w-]+)((?: [^\s=>]+="[^"]*")*)>/g)) {
      if (text) at.append(plain(text));
      else if (end) at = at.parentNode;
      else {
        const e = tag === "svg" || at.namespaceURI === svg ? document.createElementNS(svg, tag) : create(tag);
        for (const [, name, value] of attributes.matchAll(/ ([^\s=]+)="([^"]*)"/g)) e.setAttribute(name, plain(value));
        at.append(e);
        at = e;
      }
    }
    return top;
  }

  if (attempt(() => trustedTypes)) {
    const { set, get } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
    attempt(() =>
      Object.defineProperty(HTMLDivElement.prototype, "innerHTML", {
        get,
        set(markup) {
          if (/<(i?frame|fencedframe|portal|object|embed|link|meta|base)\b/i.test(markup)) throw new TypeError("this page draws no such element");
          if (types) set.call(this, types.createHTML(markup));
          else this.replaceChildren(built(markup));
        },
      }),
    );
  }

  // --- Storage and history ------------------------------------------------
  // The program asks for these without a thought of being refused.
  const pretended = Object.create({ length: 0, key: () => null, getItem: () => null, setItem() {}, removeItem() {}, clear() {} });
  for (const name of ["localStorage", "sessionStorage"]) {
    const works = attempt(() => {
      Object.keys(window[name]).forEach((key) => window[name].getItem(key));
      return true;
    });
    if (!works) define(window, name, pretended);
  }
  for (const name of ["pushState", "replaceState"]) {
    const change = attempt(() => history[name]);
    attempt(() => (history[name] = (...args) => void attempt(() => change.apply(history, args))));
  }

  // --- Address ------------------------------------------------------------
  // One address a page: /index.html is the folder.
  if (location.pathname.endsWith("/index.html")) {
    history.replaceState(null, "", location.pathname.slice(0, -"index.html".length) + location.search + location.hash);
  }

  // --- Embedded -----------------------------------------------------------
  // A page that the site was built to trust holds this one in a frame, and talks with
  // it. Language and theme are its choice, and not remembered.
  const none = { has: () => false, get: () => null };
  const queried = (text) => attempt(() => new URLSearchParams(text), none);
  const query = queried(location.search);
  const embedded = query.has("embed");
  const parents = (script.dataset.parents ?? "").split(" ").map((p) => (p === "self" ? location.origin : p));
  if (embedded) html.dataset.embed = "";
  const chosen = (key) => (embedded && query.get(key)) || stored(key);

  // --- Language and theme -------------------------------------------------
  const stored = (key) => attempt(() => localStorage.getItem(`callbacklens.${key}`));
  if (!html.dataset.lang) {
    const known = (tag) => /^(zh|en)\b/i.exec(tag)?.[1].toLowerCase();
    const lang = known(chosen("lang") ?? "") ?? attempt(() => navigator.languages.map(known).find(Boolean), "en");
    html.dataset.lang = lang;
    html.lang = lang === "zh" ? "zh-CN" : "en";
  }
  const theme = chosen("theme");
  if (theme === "light" || theme === "dark") html.dataset.theme = theme;

  // --- Parcels ------------------------------------------------------------
  // Every way in ends in take. A parcel waits until the program listens; of
  // several the last one with a body counts.
  let listener = null;
  let held = null;
  let given = false; // a body was given: from now on nothing is requested
  let small = ""; // the last text, if it can go into a text box

  const carries = (parcel) => parcel.text !== null || parcel.file !== null || parcel.files !== null || parcel.origin === "example";

  function take(origin, { text = null, file = null, files = null, name = file?.name ?? "", problem = "", show = "" }) {
    const parcel = { origin, text, file, files, name, at: performance.now(), problem, show };
    const first = carries(parcel) && !given;
    if (carries(parcel)) small = text?.length <= boxLimit ? text : "";
    given ||= first;
    if (first) keepQuiet();
    if (listener) {
      listener(parcel);
    } else if (carries(parcel) || !held || !carries(held)) {
      held = parcel;
      if (html.dataset.state === "loading") html.dataset.state = "received";
      say(html.dataset.failure ?? html.dataset.state);
    }
  }

  // keepQuiet ends all requests for as long as the page lives. A held lock tells
  // the service worker not to fetch a new version now.
  function keepQuiet() {
    attempt(() => navigator.locks.request(`callbacklens ${root.pathname} body`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {}));
    if (!controlled) lock();
  }

  // takeFiles takes a file, or several as a list of {file, name}.
  function takeFiles(origin, files) {
    const [file] = files;
    if (!file) take(origin, { problem: "empty" });
    else if (files.length > 1) take(origin, { files: [...files].slice(0, mostFiles + 1).map((file) => ({ file, name: file.name })) });
    else if (file.type.startsWith("image/")) take(origin, { name: file.name, problem: "image" });
    else take(origin, { file });
  }

  // So many are taken of what is given at once; one more tells that there are more.
  const mostFiles = 10000;

  // takeFolders takes the files in folders, each by its path, in the order of these.
  async function takeFolders(origin, entries) {
    const files = [];
    const promised = (entry, method) => new Promise((resolve, reject) => entry[method](resolve, reject));
    async function walk(entry, path) {
      if (files.length > mostFiles) return;
      const name = path + entry.name;
      try {
        if (entry.isFile) files.push({ file: await promised(entry, "file"), name });
        else {
          const reader = entry.createReader();
          for (let some; (some = await promised(reader, "readEntries")).length; ) for (const e of some) await walk(e, name + "/");
        }
      } catch (reason) {
        files.push({ file: null, name, problem: reason.name });
      }
    }
    for (const entry of entries) await walk(entry, "");
    files.sort((a, b) => (a.name < b.name ? -1 : 1));
    if (files.length) take(origin, { files });
    else take(origin, { name: entries[0].name, problem: "folder" });
  }

  // There may be a box for each language, of which one is seen.
  const box = () => {
    const boxes = [...document.querySelectorAll("#box")];
    return boxes.find((b) => b.offsetParent !== null) ?? boxes[0] ?? null;
  };
  const within = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

  function readBox() {
    const text = box()?.value ?? "";
    take("box", text.trim() ? { text } : { problem: "empty" });
  }

  // paste takes the clipboard, as far as the browser and its user let it.
  const clipboard = attempt(() => navigator.clipboard.readText.bind(navigator.clipboard));
  if (clipboard) html.dataset.clipboard = "";
  function paste() {
    clipboard().then(
      (text) => take("paste", text ? { text } : { problem: "empty" }),
      () => take("paste", { problem: "refused" }),
    );
  }

  // More than this is never put into a text box: it would take seconds.
  const boxLimit = 65536;

  // What nobody searches for is a body, wherever it is pasted.
  const bodily = (text) => text.length > 100 && /[<{]/.test(text);

  document.addEventListener("paste", (event) => {
    const field = within(event, "input, textarea, [contenteditable]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const files = event.clipboardData?.files ?? [];
    if (field && field.id !== "box" && !bodily(text)) return;
    // What is pasted over all that the box holds is a body; beside it, a change.
    const rest = field?.id === "box" && (field.value.slice(0, field.selectionStart) + field.value.slice(field.selectionEnd)).trim();
    if (rest && (text ? text.length <= boxLimit : !files.length)) return;
    event.preventDefault();
    if (text) take("paste", { text });
    else takeFiles("paste", files);
  });

  let dragged = false; // something of the page itself is being dragged
  document.addEventListener("dragstart", () => (dragged = true));
  document.addEventListener("dragend", () => (dragged = false));

  const droppable = (event) => {
    const types = event.dataTransfer?.types ?? [];
    return !dragged && (types.includes("Files") || types.includes("text/plain"));
  };
  for (const type of ["dragenter", "dragover"]) {
    document.addEventListener(type, (event) => {
      if (!droppable(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      html.classList.add("dropping");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) html.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    html.classList.remove("dropping");
    if (!droppable(event)) return;
    event.preventDefault();
    const { files, items } = event.dataTransfer;
    const text = event.dataTransfer.getData("text/plain");
    const entries = attempt(() => [...items].map((item) => item.webkitGetAsEntry()).filter(Boolean), []);
    if (entries.some((entry) => entry.isDirectory)) takeFolders("drop", entries);
    else if (files.length || !text) takeFiles("drop", files);
    else take("drop", { text });
  });

  document.addEventListener("change", (event) => {
    const input = within(event, "input[type=file][data-intake]");
    if (!input) return;
    takeFiles("file", [...input.files]);
    input.value = ""; // so that the same file can be chosen again
  });

  document.addEventListener("click", (event) => {
    const example = within(event, "[data-example]");
    if (example) take("example", { name: example.dataset.example });
    else if (within(event, "[data-read]")) readBox();
    else if (within(event, "[data-paste]")) paste();
    else if (within(event, "[data-reload]")) location.reload();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !(event.ctrlKey || event.metaKey) || !within(event, "#box")) return;
    event.preventDefault();
    readBox();
  });

  // Files that the system opens with the installed page: one that cannot be read takes no
  // other with it.
  const opened = (f) => f.getFile().then((file) => ({ file, name: file.name }), (reason) => ({ file: null, name: f.name, problem: reason.name }));
  attempt(() =>
    launchQueue.setConsumer(async ({ files }) => {
      const all = await Promise.all(files.map(opened));
      if (all.length > 1) take("file", { files: all.slice(0, mostFiles + 1) });
      else if (all[0]?.file) takeFiles("file", [all[0].file]);
      else if (all[0]) take("file", all[0]);
    }),
  );

  // --- Links --------------------------------------------------------------
  // What stands behind # in an address is sent to nobody. A link has a body there, as
  // #body=1.… (deflate, base64url), or the name of an example, and what to show of it.
  const linkLimit = 8 << 20; // so many bytes may come of it

  async function unpackedLink(data) {
    const packed = Uint8Array.from(atob(data.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    const parts = [];
    for (let part, size = 0; !(part = await reader.read()).done; parts.push(part.value)) {
      size += part.value.length;
      if (size <= linkLimit) continue;
      reader.cancel().catch(() => {});
      return { problem: "link-large" };
    }
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(parts).arrayBuffer()) };
  }

  // followLink takes what the address has. Once the program has it, the address is clean;
  // at once where the framework, which reads it, too, would end at an escape that is none.
  const brokenEscape = () => /%(?![\da-f]{2})/i.test(location.hash);
  const withoutHash = () => history.replaceState(history.state, "", location.pathname + location.search);
  let clean = () => {};
  async function followLink() {
    const asked = queried(location.hash.slice(1));
    const [body, name] = [asked.get("body"), asked.get("example")];
    if (brokenEscape()) withoutHash();
    if (body === null && name === null && !asked.has("show")) return;
    const show = asked.get("show") ?? "";
    clean = () => {
      withoutHash();
      clean = () => {};
    };
    if (name !== null && body === null) take("example", { name, show });
    else if (!/^\d+\./.test(body ?? "")) take("link", { problem: "link-broken" });
    else if (!body.startsWith("1.")) take("link", { problem: "link-version" });
    else take("link", { show, ...(await unpackedLink(body.slice(2)).catch(() => ({ problem: "link-broken" }))) });
    if (listener) clean();
  }
  window.addEventListener("hashchange", followLink);
  window.addEventListener("popstate", () => brokenEscape() && followLink()); // before the framework hears of it

  // What was shared with the installed page lies in the memory of the worker, which
  // leads here. The address is clean again before anybody sees it.
  const sharing = query.has("shared");
  if (sharing) {
    history.replaceState(null, "", location.pathname);
    attempt(() => worker.controller.postMessage("shared"));
  }
  const receive = ({ text, files }) => (files.length ? takeFiles("file", files) : take("paste", text ? { text } : { problem: "empty" }));

  // talk hears the parent and returns what tells it, to nobody but one that is trusted.
  function talk() {
    let parent = attempt(() => location.ancestorOrigins[0]); // once it has spoken it is known anyway
    window.addEventListener("message", ({ source, origin, data }) => {
      if (source !== window.parent || !parents.includes(origin) || data?.callbackLens !== "body") return;
      parent = origin;
      const { text, file, name } = data;
      if (typeof text === "string") take("paste", { text, name: String(name ?? "") });
      else if (file instanceof Blob) take("file", { file, name: String(name ?? file.name ?? "") });
    });
    return (message) => {
      for (const p of parents) if (!parent || p === parent) attempt(() => window.parent.postMessage(message, p));
    };
  }
  const tell = embedded && parents[0] && window.parent !== window ? talk() : null;

  // While an input method composes, the box must not be replaced.
  let composing = null;
  document.addEventListener("compositionstart", () => {
    composing = new Promise((done) => document.addEventListener("compositionend", done, { once: true }));
  });
  document.addEventListener("compositionend", () => (composing = null));

  window.callbackLens = {
    // listen hands every parcel to fn, at once the one that is held.
    listen(fn) {
      listener = fn;
      html.dataset.state = "running";
      delete html.dataset.failure;
      say("running");
      if (held) fn(held);
      held = null;
      clean();
      tell?.({ callbackLens: "ready", version });
    },
    tell,
    // text lends a parcel's text to the program, which takes it over as bytes, part by
    // part. The strings stay here: Go looks up each value that it is given, and to look
    // a long string up takes longer than to encode it.
    text(parcel) {
      const text = parcel.text ?? "";
      const encoder = new TextEncoder();
      const inner = (at) => /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && at < text.length; // of a character
      return {
        length: text.length,
        encode: (from, to, bytes) => encoder.encodeInto(text.slice(from, inner(to) ? to - 1 : to), bytes),
      };
    },
    // pack resolves with bytes as a link has them.
    async pack(bytes) {
      const packed = await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer();
      const text = Array.from(new Uint8Array(packed), (b) => String.fromCharCode(b)).join("");
      return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    },
    // box returns what was typed before the program ran.
    box() {
      const b = box();
      return {
        text: b?.value ?? "",
        start: b?.selectionStart ?? 0,
        end: b?.selectionEnd ?? 0,
        focused: b !== null && b === document.activeElement,
      };
    },
  };

  // --- What go-app asks of a page -----------------------------------------
  const prefix = root.pathname.replace(/\/$/, "");
  const env = {
    GOAPP_ROOT_PREFIX: prefix,
    GOAPP_STATIC_RESOURCES_URL: prefix,
    GOAPP_INTERNAL_URLS: "[]",
    GOAPP_VERSION: version,
  };
  let installPrompt = null;
  const installed = () => attempt(() => matchMedia("(display-mode: standalone)").matches, false);
  const installChanged = (prompt) => {
    installPrompt = prompt;
    window.goappOnAppInstallChange();
  };
  Object.assign(window, {
    goappNav() {},
    goappOnUpdate() {},
    goappOnAppInstallChange() {},
    goappGetenv: (key) => env[key] ?? "",
    goappIsAppInstalled: installed,
    goappIsAppInstallable: () => installPrompt !== null && !installed(),
    goappShowInstallPrompt() {
      installPrompt?.prompt();
      installPrompt = null;
    },
    goappKeepBodyClean: () => () => {},
  });
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installChanged(event);
  });
  window.addEventListener("appinstalled", () => installChanged(null));

  // Links that lead outside open in a tab of their own, and by a click alone. Pages of
  // the site that the program does not draw are the browser's to open; in a tab of
  // their own where a body was given, so that it stays.
  window.addEventListener(
    "click",
    (event) => {
      const link = within(event, "a[href]:not([download])");
      if (!link?.protocol.startsWith("http")) return;
      const outside = link.origin !== location.origin;
      if (!outside && [root.pathname, location.pathname].includes(link.pathname)) return;
      event.stopPropagation();
      if (!event.isTrusted) event.preventDefault();
      else if (outside || given) Object.assign(link, { target: "_blank", rel: outside ? "noreferrer" : "noopener" });
    },
    true,
  );

  // --- Failure ------------------------------------------------------------
  // say shows the sentence on what has happened: on the landing, as long as it
  // is the page's own, and else at the foot of the page. The reference can be
  // read without the program, so there it is said to those who gave a body.
  function say(what) {
    const among = (place) => [...(place?.querySelectorAll("[data-when]") ?? [])].filter((e) => !(e.hidden = e.dataset.when !== what)).length > 0;
    const landing = document.querySelector(".states");
    const bar = document.querySelector(".crash");
    const said = among(stopped ? null : landing);
    if (bar) bar.hidden = !among(bar) || said || !(landing || given || stopped);
    if (bar || said || !html.dataset.failure || document.querySelector(".broken")) return;
    const { brokenZh, brokenEn } = script.dataset;
    document.body?.append(Object.assign(create("p"), { className: "broken", role: "alert", textContent: html.dataset.lang === "zh" ? brokenZh : brokenEn }));
  }

  let stopped = false; // the program ran, and does no more
  function fail(failure, reason) {
    if (html.dataset.state === "failed") return;
    console.error(reason);
    stopped = listener !== null;
    html.dataset.failure = failure;
    html.dataset.state = "failed";
    listener = salvage;
    salvage();
  }

  // salvage leaves in the box what was given and is not read.
  function salvage() {
    say(html.dataset.failure);
    const b = box();
    if (b) b.value ||= small;
  }

  // crash is fail for what ends the program.
  const crash = (reason) => fail(/out of memory|allocation/i.test(reason?.message) ? "memory" : "crashed", reason);

  // A refused answer counts as blocked: proxies that dislike WebAssembly give it.
  const failureOf = (reason) => {
    if (reason.blocked || /content security policy|unsafe-eval|disallowed by embedder/i.test(reason.message)) return "blocked";
    if (reason instanceof WebAssembly.CompileError || reason instanceof WebAssembly.LinkError) return "unsupported";
    return "network";
  };

  // listenToLastWords hands all that the program complains of to hear, before
  // it is written to the console.
  function listenToLastWords(hear) {
    const { writeSync } = globalThis.fs;
    const decoder = new TextDecoder();
    globalThis.fs.writeSync = (file, bytes) => {
      hear(decoder.decode(bytes));
      return writeSync(file, bytes);
    };
  }

  // guard stands where the browser and the program call each other. Whatever is
  // thrown through the program has ended it, be it a trap, the end of the stack,
  // or an error of the browser; what other scripts throw does not pass here.
  function guard(go) {
    const resume = go._resume;
    go._resume = function () {
      try {
        if (html.dataset.state !== "failed") return resume.call(go);
      } catch (reason) {
        if (!go.exited) {
          go.mem = go._inst = null; // what called it from within ends here too
          crash(reason);
        }
      }
      go._scheduledTimeouts.clear(); // Go's script waits for the program to do so
    };
    // Of all that the program does to values, getting and setting alone lets
    // errors through. A value that is refused is undefined: of the program's own
    // object, in place of the one that refuses.
    const calls = go.importObject.gojs ?? {};
    const { "syscall/js.valueGet": get, "syscall/js.valueSet": set } = calls;
    const history = { pushState() {}, replaceState() {} };
    Object.assign(go, { localStorage: pretended, sessionStorage: pretended, history });
    calls["syscall/js.valueGet"] = (sp) => {
      try {
        get(sp);
      } catch (reason) {
        console.warn(reason);
        const [object, self] = [0x7ff80001, 6];
        go.mem.setUint32((sp >>>= 0) + 8, self, true);
        go.mem.setUint32(sp + 12, object, true);
        get(sp);
      }
    };
    calls["syscall/js.valueSet"] = (sp) => {
      try {
        set(sp);
      } catch (reason) {
        console.warn(reason);
      }
    };
    return go;
  }

  // The Go runtime has no way to report a trap that its own calls did not see.
  window.addEventListener("error", ({ error, filename }) => {
    const ours = !filename || filename.startsWith(root.href) || filename.startsWith("wasm:");
    if (ours && window.WebAssembly && error instanceof WebAssembly.RuntimeError) crash(error);
  });

  // --- The program --------------------------------------------------------
  const supported = () =>
    typeof WebAssembly === "object" &&
    "instantiateStreaming" in WebAssembly &&
    [DecompressionStream, fetch, TextEncoder, TextDecoder, ReadableStream, Response, crypto.getRandomValues, performance.now].every(Boolean);

  // arrived resolves when the script or style sheet is there, with another try
  // past the browser's cache: what came may not be what was asked for.
  async function arrived(element, there) {
    const settled = (e) =>
      new Promise((resolve) => {
        if (there()) resolve();
        for (const type of ["load", "error"]) e.addEventListener(type, resolve, { once: true });
        window.addEventListener("load", resolve, { once: true });
        if (document.readyState === "complete") setTimeout(resolve);
      });
    await settled(element);
    if (there()) return;
    const from = element.src || element.href;
    if (!locked && !given) {
      await fetch(from, { cache: "reload", integrity: element.integrity });
      const again = create(element.localName);
      for (const { name, value } of element.attributes) again.setAttribute(name, name === "src" ? address(value) : value);
      const done = new Promise((resolve) => ["load", "error"].forEach((type) => again.addEventListener(type, resolve)));
      element.replaceWith(again);
      await done;
      if (there()) return;
    }
    throw new Error(`${from} did not load`);
  }

  // intact tells whether bytes have one of the sums, as far as the browser can
  // add them up: without https it cannot, and keeps nothing either.
  async function intact(bytes, sums) {
    try {
      const digest = await crypto.subtle.digest("SHA-256", bytes);
      return sums.includes(btoa(String.fromCharCode(...new Uint8Array(digest))));
    } catch {
      return true;
    }
  }

  // begun resolves with the program ready to run and the bytes of the response, once
  // these have one of the sums; asModule gives the response as WebAssembly.
  async function begun(response, asModule, sums, support) {
    const whole = response.clone().arrayBuffer();
    whole.catch(() => {});
    await support;
    const go = guard(new Go());
    const started = WebAssembly.instantiateStreaming(asModule(response), go.importObject);
    started.catch(() => {});
    const bytes = await whole;
    if (!(await intact(bytes, sums))) throw Object.assign(new Error(`${wasm} is not the program`), { other: true });
    lock();
    return { go, instance: (await started).instance, bytes };
  }

  // fetchProgram does so with the program as it travels, and has the parts of the module
  // that it was put together as.
  async function fetchProgram(support, cache) {
    const response = await fetch(wasm, { cache });
    if (!response.ok) {
      const reason = new Error(`${wasm}: status ${response.status}`);
      reason.blocked = [401, 403, 451].includes(response.status);
      throw reason;
    }
    const parts = [];
    return { ...(await begun(response, (r) => unpacked(r, parts), script.dataset.sums, support)), parts };
  }

  // keptProgram does so with the module that an earlier visit put together, null where
  // none did: nothing has to be unpacked then.
  const moduleAddress = wasm.replace(/\.gz$/, "");
  async function keptProgram(support) {
    const response = await caches.match(moduleAddress, { cacheName });
    return response ? begun(response, (r) => r, script.dataset.module, support) : null;
  }

  // unpacked gives the program as WebAssembly: it travels woven (see weave.js) and
  // gzipped as a plain file, which some hosts declare as an encoding, so that it arrives
  // unpacked.
  async function unpacked(response, parts) {
    const reader = response.body.getReader();
    const first = await reader.read();
    const gzipped = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
    const stream = new ReadableStream({
      start(controller) {
        if (first.done) controller.close();
        else controller.enqueue(first.value);
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    return new Response(window.Go.unweave(gzipped ? stream.pipeThrough(new DecompressionStream("gzip")) : stream, parts), {
      headers: { "Content-Type": "application/wasm" },
    });
  }

  // keep stores the program for the service worker, which then need not fetch
  // it again whatever the host says about caching.
  async function keep(bytes) {
    if (!worker || controlled) return;
    const cache = await caches.open(cacheName);
    await cache.put(wasm, new Response(bytes, { headers: { "Content-Type": "application/octet-stream" } }));
  }

  // keepModule stores it put together, beside what the worker keeps.
  async function keepModule(parts) {
    if (!worker) return;
    const cache = await caches.open(cacheName);
    await cache.put(moduleAddress, new Response(new Blob(parts), { headers: { "Content-Type": "application/wasm" } }));
  }

  // The program takes over what the document has, so that all of it should be there; of
  // one that does not come to its end it takes what there is.
  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
    setTimeout(resolve, 3000);
  });

  // An answer that does not come is no error to the browser.
  const patience = 20_000;

  async function run() {
    setTimeout(() => {
      if (listener || html.dataset.state === "failed") return;
      html.dataset.failure = "slow";
      say("slow");
    }, patience);
    let kept;
    try {
      const style = document.querySelector("link[rel=stylesheet]");
      const support = Promise.all([
        arrived(script.previousElementSibling, () => window.Go),
        arrived(style, () => attempt(() => document.querySelector("link[rel=stylesheet]").sheet.cssRules.length)).catch(unstyled),
      ]);
      support.catch(() => {});
      const fetched = () =>
        fetchProgram(support, "default").catch((reason) => {
          if (!reason.other || locked || given) throw reason;
          return fetchProgram(support, "reload");
        });
      // On a first visit the program is asked for at once: a body that comes with the
      // address ends all requests as soon as this waits for anything.
      const stored = controlled && (await keptProgram(support).catch(() => null));
      const { go, instance, bytes, parts } = stored || (await fetched());
      kept = keep(bytes).catch(() => {});
      if (parts) kept.then(() => keepModule(parts)).catch(() => {});
      let exhausted = false; // the memory of the tab
      listenToLastWords((words) => (exhausted ||= words.includes("out of memory")));
      await composing;
      await parsed;
      go.run(instance).then(() => crash(new Error(exhausted ? "out of memory" : "the program ended")), crash);
    } catch (reason) {
      lock();
      fail(failureOf(reason), reason);
      return;
    }
    await kept;
    register();
  }

  // unstyled leaves in the page what is meant for the eye, where the style sheet
  // did not come.
  function unstyled(reason) {
    console.error(reason);
    html.dataset.unstyled = "";
    const tidy = () => {
      for (const e of document.querySelectorAll(`.state-noscript, .drop, .only-${html.dataset.lang === "zh" ? "en" : "zh"}`)) e.hidden = true;
    };
    document.addEventListener("DOMContentLoaded", tidy);
    tidy();
  }

  // lock appends the second policy. What is under way arrives; from here on no
  // request of this page leaves, not even to the site itself. What comes through
  // the service worker is held against the policy once more when it arrives; it
  // lies on this machine, so the wait for it is short.
  let locked = false;
  function lock() {
    if (locked) return;
    locked = true;
    const policy = create("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = [
      "default-src 'none'",
      "script-src 'wasm-unsafe-eval'",
      "style-src 'none'",
      "img-src data:",
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "trusted-types 'none'",
    ].join("; ");
    document.head.append(policy);
  }

  // --- Service worker -----------------------------------------------------
  // The worker tells its version when it takes over. If that is another one
  // than this page's, the page offers it; the next visit has it anyway.
  attempt(() =>
    worker.addEventListener("message", ({ data }) => {
      if (data?.shared && sharing) receive(data.shared);
      if (!data?.version || data.version === version) return;
      html.dataset.update = data.version;
      window.goappOnUpdate();
    }),
  );

  // A worker that is new fetches what it keeps: not once a body was given.
  function register() {
    const add = attempt(() => worker.register.bind(worker));
    define(attempt(() => ServiceWorkerContainer.prototype), "register");
    if (given) return;
    attempt(() => add(address(new URL("worker.js", root).href), { scope: root.pathname }).catch((reason) => console.warn(reason)));
  }

  // A page that was cut off on its way has no place for the program, or none
  // for what is said of it.
  document.addEventListener("DOMContentLoaded", () => {
    if (!document.body.firstElementChild) document.body.append(create("div"));
    if (html.dataset.failure) salvage();
    else say(html.dataset.state);
  });

  // Text that is typed is as private as text that is given.
  document.addEventListener("input", () => controlled || lock(), { once: true });

  if (attempt(supported)) {
    html.dataset.state = "loading";
    run();
    followLink();
  } else {
    lock();
    fail("unsupported", new Error("this browser lacks what the program needs"));
  }
})();
