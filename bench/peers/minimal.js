// The least that shows a body: the browser's own readers, and a table of which
// only the rows in sight are drawn. Nothing of it could be left out.
import { field, intake, read } from "./intake.js";

const rowHeight = 24;
const columns = ["Word", "Pos", "Offset", "Length"];
let tokens = [];

document.body.innerHTML = `<h1></h1><div id=list><table><tbody></tbody></table></div>`;
const style = document.createElement("style");
style.textContent = `#list { height: 600px; overflow: auto } tr { height: ${rowHeight}px }`;
document.head.append(style);
const list = document.querySelector("#list");
const table = document.querySelector("table");
list.addEventListener("scroll", draw);

intake((text) => {
  const job = read(text);
  tokens = job.tokens;
  document.querySelector("h1").textContent = `${job.id} ${job.state}`;
  table.ariaRowCount = tokens.length;
  draw();
});

function draw() {
  const first = Math.floor(list.scrollTop / rowHeight);
  const last = Math.min(first + Math.ceil(list.clientHeight / rowHeight) + 1, tokens.length);
  const rows = [gap(first)];
  for (let i = first; i < last; i++) {
    const row = document.createElement("tr");
    row.className = "token";
    for (const name of columns) row.insertCell().textContent = field(tokens[i], name);
    rows.push(row);
  }
  rows.push(gap(tokens.length - last));
  table.tBodies[0].replaceChildren(...rows);
}

function gap(rows) {
  const row = document.createElement("tr");
  row.style.height = `${rows * rowHeight}px`;
  return row;
}
