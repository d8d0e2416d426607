// The first script of every page, loaded before the page is painted. It sets
// language and theme, takes bodies in for as long as the page lives, starts
// the program, locks the page, and sees to the service worker.
"use strict";

(() => {
  const html = document.documentElement;
  const script = document.currentScript;
  const root = new URL("../", script.src); // this file lies in assets/
  const wasm = new URL(script.dataset.wasm, location.href).href;
  const version = html.dataset.version;
  const controlled = Boolean(navigator.serviceWorker?.controller);
  // The same name as in worker.js.
  const cacheName = `callbacklens ${root.pathname} ${version}`;

  // --- Address ------------------------------------------------------------
  // One address a page: /index.html is the folder.
  if (location.pathname.endsWith("/index.html")) {
    history.replaceState(null, "", location.pathname.slice(0, -"index.html".length) + location.search + location.hash);
  }

  // --- Language and theme -------------------------------------------------
  const stored = (key) => {
    try {
      return localStorage.getItem(`callbacklens.${key}`);
    } catch {
      return null; // storage is switched off
    }
  };
  if (!html.dataset.lang) {
    const known = (tag) => /^(zh|en)\b/i.exec(tag)?.[1].toLowerCase();
    const lang = known(stored("lang") ?? "") ?? navigator.languages.map(known).find(Boolean) ?? "en";
    html.dataset.lang = lang;
    html.lang = lang === "zh" ? "zh-CN" : "en";
  }
  const theme = stored("theme");
  if (theme === "light" || theme === "dark") html.dataset.theme = theme;

  // --- Parcels ------------------------------------------------------------
  // Every way in ends in take. A parcel waits until the program listens; of
  // several the last one with a body counts.
  let listener = null;
  let held = null;
  let given = false; // a body was given: from now on nothing is requested

  const carries = (parcel) => parcel.text !== null || parcel.file !== null || parcel.origin === "example";

  function take(origin, { text = null, file = null, name = file?.name ?? "", problem = "" }) {
    const parcel = { origin, text, file, name, at: performance.now(), problem };
    const first = carries(parcel) && !given;
    given ||= first;
    if (listener) {
      listener(parcel);
    } else if (carries(parcel) || !held || !carries(held)) {
      held = parcel;
      if (html.dataset.state === "loading") html.dataset.state = "received";
    }
    if (first) keepQuiet();
  }

  // A held lock tells the service worker not to fetch a new version now.
  function keepQuiet() {
    navigator.locks?.request(`callbacklens ${root.pathname} body`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  }

  function takeFiles(origin, files, folder = false) {
    const file = files[0];
    if (folder) take(origin, { name: file?.name ?? "", problem: "folder" });
    else if (!file) take(origin, { problem: "empty" });
    else if (file.type.startsWith("image/")) take(origin, { name: file.name, problem: "image" });
    else take(origin, { file, problem: files.length > 1 ? "several" : "" });
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

  // More than this is never put into a text box: it would take seconds.
  const boxLimit = 65536;

  document.addEventListener("paste", (event) => {
    const field = within(event, "input, textarea, [contenteditable]");
    if (field && field.id !== "box") return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const files = event.clipboardData?.files ?? [];
    if (field && (text ? text.length <= boxLimit : !files.length)) return;
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
    if (files.length || !text) takeFiles("drop", files, Boolean(items[0]?.webkitGetAsEntry?.()?.isDirectory));
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
    else if (within(event, "[data-reload]")) location.reload();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !(event.ctrlKey || event.metaKey) || !within(event, "#box")) return;
    event.preventDefault();
    readBox();
  });

  // Files that the system opens with the installed page.
  window.launchQueue?.setConsumer(async ({ files }) => {
    if (files.length) takeFiles("file", [await files[0].getFile()]);
  });

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
      if (held) fn(held);
      held = null;
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
  const installed = () => matchMedia("(display-mode: standalone)").matches;
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

  // --- Failure ------------------------------------------------------------
  function fail(failure, reason) {
    if (html.dataset.state === "failed") return;
    console.error(reason);
    listener = () => {};
    html.dataset.failure = failure;
    html.dataset.state = "failed";
  }

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

  // The Go runtime has no way to report a trap, such as running out of stack.
  window.addEventListener("error", (event) => {
    if (window.WebAssembly && event.error instanceof WebAssembly.RuntimeError) fail("crashed", event.error);
  });

  // --- The program --------------------------------------------------------
  const supported = () => typeof WebAssembly === "object" && "instantiateStreaming" in WebAssembly && "DecompressionStream" in window;

  // loadScript resolves when the script at the address has run.
  const loadScript = (address) =>
    new Promise((resolve, reject) => {
      const s = document.createElement("script");
      s.src = address;
      s.onload = resolve;
      s.onerror = () => reject(new Error(`${address} did not load`));
      document.head.append(s);
    });

  async function fetchProgram() {
    const response = await fetch(wasm);
    if (response.ok) return response;
    const reason = new Error(`${wasm}: status ${response.status}`);
    reason.blocked = [401, 403, 451].includes(response.status);
    throw reason;
  }

  // unpacked gives the program as WebAssembly: it travels gzipped as a plain
  // file, which some hosts declare as an encoding, so that it arrives unpacked.
  async function unpacked(response) {
    const reader = response.body.getReader();
    const first = await reader.read();
    const starts = (...bytes) => bytes.every((b, i) => first.value?.[i] === b);
    const gzipped = starts(0x1f, 0x8b);
    if (!gzipped && !starts(0x00, 0x61, 0x73, 0x6d)) throw new Error(`${wasm} is not the program`);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(first.value);
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    return new Response(gzipped ? stream.pipeThrough(new DecompressionStream("gzip")) : stream, {
      headers: { "Content-Type": "application/wasm" },
    });
  }

  // keep stores the program for the service worker, which then need not fetch
  // it again whatever the host says about caching.
  async function keep(response) {
    if (!navigator.serviceWorker) return;
    const cache = await caches.open(cacheName);
    await cache.put(wasm, response);
  }

  async function run() {
    const loading = Promise.all([fetchProgram(), loadScript(script.dataset.go)]);
    // What comes through the service worker is held against the policy once
    // more when it arrives. It lies on this machine, so the wait is short.
    if (controlled) await loading.catch(() => {});
    lock();
    let kept;
    try {
      const [response] = await loading;
      if (!controlled) kept = keep(response.clone()).catch(() => {});
      const go = new Go();
      let exhausted = false; // the memory of the tab
      listenToLastWords((words) => (exhausted ||= words.includes("out of memory")));
      const { instance } = await WebAssembly.instantiateStreaming(unpacked(response), go.importObject);
      await composing;
      go.run(instance).then(
        () => fail(exhausted ? "memory" : "crashed", new Error("the program ended")),
        (reason) => fail("crashed", reason),
      );
    } catch (reason) {
      fail(failureOf(reason), reason);
      return;
    }
    await kept;
    register();
  }

  // lock appends the second policy. What is under way arrives; from here on no
  // request of this page leaves, not even to the site itself.
  function lock() {
    const policy = document.createElement("meta");
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
    ].join("; ");
    document.head.append(policy);
  }

  // --- Service worker -----------------------------------------------------
  // The worker tells its version when it takes over. If that is another one
  // than this page's, the page offers it; the next visit has it anyway.
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (!data?.version || data.version === version) return;
    html.dataset.update = data.version;
    window.goappOnUpdate();
  });

  // A worker that is new fetches what it keeps: not once a body was given.
  function register() {
    if (given) return;
    navigator.serviceWorker?.register(new URL("worker.js", root), { scope: root.pathname }).catch((reason) => console.warn(reason));
  }

  if (supported()) {
    html.dataset.state = "loading";
    run();
  } else {
    lock();
    fail("unsupported", new Error("this browser lacks WebAssembly or DecompressionStream"));
  }
})();
