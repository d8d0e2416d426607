// @andypf/json-viewer with everything open.
import "@andypf/json-viewer";
import { intake } from "./intake.js";

intake((text) => {
  const viewer = document.createElement("andypf-json-viewer");
  viewer.expanded = true;
  viewer.data = JSON.parse(text);
  document.body.append(viewer);
  // What it draws is in a tree of its own, which nobody outside can watch.
  const drawn = () => (viewer.shadowRoot.textContent.includes("WordsGeneralizeToken") ? (viewer.dataset.drawn = "yes") : requestAnimationFrame(drawn));
  drawn();
});
