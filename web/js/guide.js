// The script of the pages of documentation, which are whole without it: the theme
// that was chosen in the viewer, and the search. What is searched in is one file,
// data-index, that is fetched when the box is first used; nothing is sent.

"use strict";

{
  const html = document.documentElement;
  const self = document.currentScript;
  const most = 30;

  try {
    const theme = localStorage.getItem("callbacklens.theme");
    if (theme === "light" || theme === "dark") html.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing has no theme that was chosen.
  }

  // termsOf divides what is typed: words of letters and digits as they are, Chinese
  // into pairs of neighbours, as nothing tells there where a word ends.
  const termsOf = (typed) => {
    const terms = new Set();
    for (const [run] of typed.toLowerCase().matchAll(/[\p{sc=Han}]+|[^\p{sc=Han}\s\p{P}]+(?:[._/-][^\p{sc=Han}\s\p{P}]+)*/gu)) {
      if (!/\p{sc=Han}/u.test(run) || run.length === 1) terms.add(run);
      else for (let i = 0; i + 1 < run.length; i++) terms.add(run.slice(i, i + 2));
    }
    return [...terms];
  };

  // worth tells how well an entry answers the terms, 0 where it does not: names
  // count more than what is said below them, and what is typed as a whole more than
  // its parts. Two of three may be missing, as a pair of characters may lie between two
  // words; what has more of them comes first.
  const worth = (entry, terms, whole) => {
    const { title, heading, text } = entry.low;
    let sum = 0;
    let met = 0;
    for (const term of terms) {
      const at = (heading.includes(term) ? 8 : 0) + (title.includes(term) ? 4 : 0) + (text.includes(term) ? 1 : 0);
      if (at > 0) met++;
      sum += at;
    }
    if (met === 0 || met * 3 < terms.length) return 0;
    if (title === whole || heading === whole) sum += 40 * terms.length;
    else if (title.startsWith(whole) || heading.startsWith(whole)) sum += 12 * terms.length;
    else if (title.includes(whole) || heading.includes(whole)) sum += 6 * terms.length;
    else if (text.includes(whole)) sum += 3 * terms.length;
    return (sum / terms.length) * (met / terms.length) ** 2;
  };

  const lower = (entry) => {
    entry.low = { title: entry.t.toLowerCase(), heading: (entry.h ?? "").toLowerCase(), text: (entry.x ?? "").toLowerCase() };
    return entry;
  };

  // find returns the entries that answer what is typed, the best first.
  const find = (entries, typed) => {
    const terms = termsOf(typed);
    if (terms.length === 0) return [];
    const whole = typed.trim().toLowerCase();
    return entries
      .map((entry) => [worth(entry, terms, whole), entry])
      .filter(([value]) => value > 0)
      .sort(([a], [b]) => b - a)
      .slice(0, most)
      .map(([, entry]) => entry);
  };

  // around returns the part of a text in which the first term stands.
  const around = (text, terms) => {
    const low = text.toLowerCase();
    const places = terms.map((term) => low.indexOf(term)).filter((at) => at >= 0);
    const from = Math.max(0, Math.min(...places, low.length) - 24);
    const start = places.length > 0 ? from : 0;
    return (start > 0 ? "…" : "") + text.slice(start, start + 120) + (start + 120 < text.length ? "…" : "");
  };

  // marked puts a text into an element, with the terms marked in it.
  const marked = (element, text, terms) => {
    const low = text.toLowerCase();
    const on = new Uint8Array(low.length === text.length ? text.length : 0);
    for (const term of on.length > 0 ? terms : []) {
      for (let at = low.indexOf(term); at >= 0; at = low.indexOf(term, at + 1)) on.fill(1, at, at + term.length);
    }
    for (let at = 0; at < text.length; ) {
      let end = at + 1;
      while (end < text.length && on[end] === on[at]) end++;
      const part = text.slice(at, end);
      if (on[at]) element.append(Object.assign(document.createElement("mark"), { textContent: part }));
      else element.append(part);
      at = end;
    }
    return element;
  };

  const ready = () => {
    const search = document.querySelector(".search");
    const box = search.querySelector("input");
    const found = search.querySelector(".found");
    const list = found.querySelector("ol");
    const none = found.querySelector(".found-none");
    const failed = found.querySelector(".found-error");
    const index = new URL(self.dataset.index, location.href);
    const root = new URL("../", index);
    const kinds = {};
    for (const item of search.querySelectorAll("[data-kind]")) kinds[item.dataset.kind] = item.textContent;

    let entries;
    const load = () => (entries ??= fetch(index).then((r) => (r.ok ? r.json() : Promise.reject(r.status))).then((all) => all.map(lower)));

    const draw = (entry, terms) => {
      const link = document.createElement("a");
      link.href = new URL(entry.a, root).href;
      const kind = document.createElement("small");
      kind.textContent = kinds[entry.k];
      const title = marked(document.createElement("strong"), entry.h ? `${entry.t} › ${entry.h}` : entry.t, terms);
      const text = marked(document.createElement("span"), around(entry.x ?? "", terms), terms);
      link.append(kind, title, text);
      const item = document.createElement("li");
      item.append(link);
      return item;
    };

    const show = async () => {
      const typed = box.value;
      let results = [];
      failed.hidden = true;
      try {
        results = find(await load(), typed);
      } catch {
        entries = undefined;
        failed.hidden = false;
      }
      if (box.value !== typed) return; // there is more to find by now
      const terms = termsOf(typed);
      list.replaceChildren(...results.map((entry) => draw(entry, terms)));
      none.hidden = results.length > 0 || !failed.hidden;
      found.hidden = typed.trim() === "";
    };

    box.addEventListener("input", show);
    box.addEventListener("focus", () => box.value.trim() !== "" && show());
    search.addEventListener("focusout", (event) => {
      if (!search.contains(event.relatedTarget)) found.hidden = true;
    });
    search.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape" && !found.hidden) {
        found.hidden = true;
        box.focus();
      } else if (event.key === "ArrowDown") (links[at + 1] ?? links.at(-1))?.focus();
      else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : box).focus();
      else if (event.key === "Enter" && document.activeElement === box) links[0]?.click();
      else return;
      event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea")) return;
      event.preventDefault();
      box.focus();
    });
    search.hidden = false;
  };

  document.addEventListener("DOMContentLoaded", ready);
}
