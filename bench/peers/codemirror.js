// The body as text with colours.
import { basicSetup, EditorView } from "codemirror";
import { json } from "@codemirror/lang-json";
import { xml } from "@codemirror/lang-xml";
import { intake, isXML } from "./intake.js";

document.body.innerHTML = `<div id=editor></div>`;
const size = EditorView.theme({ "&": { height: "600px" }, ".cm-scroller": { overflow: "auto" } });

intake((text) => {
  const parent = document.querySelector("#editor");
  new EditorView({ doc: text, parent, extensions: [basicSetup, size, isXML(text) ? xml() : json()] });
});
