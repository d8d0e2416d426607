
// Stands behind Go's own script, which the first script does without while it
// loads, and fetches that anew if something else came in its place.
addEventListener("load", async () => {
  if (window.callbackLens) return;
  const { src, integrity } = document.querySelector("script[data-wasm]");
  const tried = performance.getEntriesByType("navigation")[0]?.type === "reload";
  try {
    await fetch(src, { cache: "reload", integrity });
    if (!tried && !document.querySelector("#box")?.value) location.reload();
  } catch (reason) {
    console.error(reason);
  }
  const html = document.documentElement;
  const known = (tag) => /^(zh|en)\b/i.exec(tag)?.[1].toLowerCase();
  html.dataset.lang ??= navigator.languages.map(known).find(Boolean) ?? "en";
  html.dataset.failure = "network";
  const place = document.querySelector(".states") ?? document.querySelector(".crash");
  place.hidden = false;
  for (const sentence of place.querySelectorAll("[data-when=network]")) sentence.hidden = false;
});
