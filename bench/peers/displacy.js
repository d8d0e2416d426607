// The whole text as one SVG, a column for a word with its tag below it, drawn
// as displaCy draws a sentence.
import { field, intake, read } from "./intake.js";

const width = 175;
const escaped = (text) => text.replace(/[&<]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c]);

intake((text) => {
  const { tokens } = read(text);
  const columns = [];
  let x = 50;
  for (const token of tokens) {
    columns.push(
      `<text class="token" fill="currentColor" text-anchor="middle" y="100">` +
        `<tspan fill="currentColor" x="${x}">${escaped(field(token, "Word"))}</tspan>` +
        `<tspan dy="2em" fill="currentColor" x="${x}">${escaped(field(token, "Pos"))}</tspan></text>`,
    );
    x += width;
  }
  document.body.innerHTML = `<svg xmlns="http://www.w3.org/2000/svg" width="${x}" height="200">${columns.join("")}</svg>`;
});
