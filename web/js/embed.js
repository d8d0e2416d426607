// The script of the page that shows the viewer in a frame: gives it a body, and shows
// what it says. docs/embedding.md has the messages.
"use strict";

(() => {
  const frame = document.getElementById("viewer");
  const heard = document.getElementById("heard");
  const body = `<Response>
  <EventName>TaskFinish</EventName>
  <JobsDetail>
    <Code>Success</Code>
    <JobId>a0b1c2d3e4f5</JobId>
    <State>Success</State>
    <Tag>WordsGeneralize</Tag>
    <Operation>
      <WordsGeneralizeResult>
        <WordsGeneralizeToken><Length>2</Length><Offset>0</Offset><Pos>t</Pos><Word>今天</Word></WordsGeneralizeToken>
        <WordsGeneralizeToken><Length>2</Length><Offset>2</Offset><Pos>v</Pos><Word>打车</Word></WordsGeneralizeToken>
      </WordsGeneralizeResult>
    </Operation>
  </JobsDetail>
</Response>`;
  const give = () => frame.contentWindow.postMessage({ callbackLens: "body", text: body }, location.origin);
  document.getElementById("give").addEventListener("click", give);
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    heard.append(`${JSON.stringify(data.callbackLens === "result" ? JSON.parse(data.json) : data, null, 2)}\n`);
    heard.scrollTop = heard.scrollHeight;
    if (data.callbackLens === "ready") give();
  });
})();
