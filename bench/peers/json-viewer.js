// @andypf/json-viewer with everything open.
import "@andypf/json-viewer";
import { intake } from "./intake.js";

intake((text) => {
  const viewer = document.createElement("andypf-json-viewer");
  viewer.expanded = true;
  viewer.data = JSON.parse(text);
  document.body.append(viewer);
  // It has drawn everything by now, in a tree of its own that is watched by nobody.
  viewer.dataset.drawn = "yes";
});
