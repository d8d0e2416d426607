// vanilla-jsoneditor with the body as a tree, opened, as it shows no more than
// the name of the outermost field otherwise.
import { createJSONEditor } from "vanilla-jsoneditor/standalone.js";
import { intake } from "./intake.js";

// It draws only what is in sight where its place has a height.
document.body.innerHTML = `<div id=editor></div>`;
const target = document.querySelector("#editor");
target.style.height = "600px";

intake((text) => {
  const editor = createJSONEditor({ target, props: { content: { text }, mode: "tree", readOnly: true } });
  editor.expand([], () => true);
});
