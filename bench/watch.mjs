// watch runs in every page before its own scripts. It notes when a body was
// given, when what is waited for was painted, and the memory of a WebAssembly
// program. It must not lean on anything outside itself.
export function watch() {
  const bench = (window.bench = { given: 0, handing: 0, memory: null, body: null });

  // For a paste the clock starts when the browser has handed the text over,
  // which no page can hasten; only the first handing over counts.
  bench.start = (at) => {
    if (bench.given) return;
    bench.given = at;
    performance.mark("bench given", { startTime: at });
  };
  const getData = DataTransfer.prototype.getData;
  DataTransfer.prototype.getData = function (type) {
    const before = performance.now();
    const text = getData.call(this, type);
    if (text) {
      bench.start(performance.now());
      bench.handing ||= bench.given - before;
    }
    return text;
  };
  // For a file it starts when the file is dropped: reading it is the page's work.
  addEventListener("drop", () => bench.start(performance.now()), true);

  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...args) => {
    const program = await instantiateStreaming(...args);
    bench.memory = program.instance.exports.mem ?? null;
    return program;
  };

  // Painted, for every subject: the second frame that begins after the
  // document holds what is waited for. The first one draws it, so that when
  // the second begins, style, layout and paint are done.
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

  // expect resolves with the times at which each of the stages was painted.
  bench.expect = (stages) =>
    new Promise((resolve) => {
      const waiting = new Map(stages);
      const times = {};
      const look = () => {
        for (const [name, wanted] of waiting) {
          if (!wanted()) continue;
          waiting.delete(name);
          painted(() => {
            times[name] = performance.now() - bench.given;
            if (Object.keys(times).length === stages.length) resolve(times);
          });
        }
        if (!waiting.size) observer.disconnect();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });
  bench.finds = (selectors) => () => selectors.every((selector) => document.querySelector(selector));

  // prepare puts a body where a paste or a drop will find it, while the clock
  // stands still.
  bench.prepare = async (input, way) => {
    bench.body = new DataTransfer();
    if (way === "drop") bench.body.items.add(input.files[0]);
    else bench.body.setData("text/plain", await input.files[0].text());
  };
  bench.give = (way) => {
    const about = { bubbles: true, cancelable: true };
    const event =
      way === "drop" ? new DragEvent("drop", { ...about, dataTransfer: bench.body }) : new ClipboardEvent("paste", { ...about, clipboardData: bench.body });
    // In a task of its own, so that what the page does is not blamed on us.
    setTimeout(() => document.body.dispatchEvent(event));
  };
  bench.giveOnceRunning = (way) => {
    const running = () => document.documentElement.dataset.state === "running";
    const observer = new MutationObserver(() => {
      if (!running()) return;
      observer.disconnect();
      bench.give(way);
    });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-state"] });
  };

  // missing returns those of some texts that cannot be found in the document,
  // open shadow trees included, but scripts excluded.
  bench.missing = (texts) => {
    const sought = new Set(texts);
    const search = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node && sought.size; node = walker.nextNode()) {
        if (node.shadowRoot) search(node.shadowRoot);
        if (node.nodeType === Node.TEXT_NODE && !/^(script|style)$/i.test(node.parentNode.nodeName)) for (const text of sought) if (node.data.includes(text)) sought.delete(text);
      }
    };
    search(document);
    return [...sought];
  };
}
