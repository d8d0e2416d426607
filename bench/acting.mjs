// From a keystroke in the filter, and from a click on a column, to the first
// rows, in ms.
import { within } from "./browser.mjs";
import { expect, open, prepare, running } from "./reading.mjs";

/** How long the page is left alone after each, in milliseconds. */
const between = 1500;

export async function acting(browser, subject, { url, body, tokens, format }) {
  const context = await browser.newContext();
  const page = await open(context);
  await page.goto(url);
  await running(page);
  await prepare(page, "drop", body.path);
  await expect(page, [["whole", subject.whole(tokens, format)]]);
  await page.evaluate(() => bench.give("drop"));
  await within(page.evaluate(() => bench.painted));
  await page.waitForTimeout(between);
  const timed = async (act) => {
    await page.evaluate(act);
    const { rows } = await within(page.evaluate(() => bench.acted));
    await page.waitForTimeout(between);
    return rows;
  };
  const filter = await timed(typeInFilter);
  await timed(clearFilter);
  const sort = await timed(sortByWord);
  await context.close();
  return { filter, sort };
}

// These run in the page. The first row's word begins with a character that
// words further down have too.
function typeInFilter() {
  const field = document.querySelector(".tokens-filter");
  field.value = document.querySelector(".tokens-table .token .token-word").textContent[0];
  // Not before there is no row left that does not match.
  const all = () => [...document.querySelectorAll(".tokens-table .token")];
  bench.acted = bench.expect([["rows", () => all().length > 0 && all().every((row) => row.querySelector("mark"))]]);
  bench.given = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function clearFilter() {
  const field = document.querySelector(".tokens-filter");
  field.value = "";
  bench.acted = bench.expect([["rows", () => !document.querySelector(".tokens-table .token mark")]]);
  bench.given = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function sortByWord() {
  const first = () => document.querySelector(".tokens-table .token .token-number").textContent;
  const before = first();
  bench.acted = bench.expect([["rows", () => document.querySelector(".token-word[aria-sort=ascending]") && first() !== before]]);
  bench.given = performance.now();
  document.querySelector(".tokens-table .token-word button").click();
}
