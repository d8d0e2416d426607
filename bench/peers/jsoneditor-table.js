// vanilla-jsoneditor with a table, for which somebody has found the tokens.
import { createJSONEditor } from "vanilla-jsoneditor/standalone.js";
import { intake, read } from "./intake.js";

// It draws only what is in sight where its place has a height.
document.body.innerHTML = `<div id=editor></div>`;
const target = document.querySelector("#editor");
target.style.height = "600px";

intake((text) => createJSONEditor({ target, props: { content: { json: read(text).tokens }, mode: "table", readOnly: true } }));
