// The ways in that every peer has: paste a text, drop a file.

export function intake(show) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("paste", (event) => {
    event.preventDefault();
    show(event.clipboardData.getData("text/plain"));
  });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    show(await event.dataTransfer.files[0].text());
  });
  document.documentElement.dataset.state = "running";
}

export const isXML = (text) => text.startsWith("<");

/** The job of a body, with its tokens as elements or objects. */
export function read(text) {
  if (!isXML(text)) {
    const job = JSON.parse(text).Response.JobsDetail[0];
    return { id: job.JobId, state: job.State, tokens: job.Operation.WordsGeneralizeResult.WordsGeneralizeToken };
  }
  const body = new DOMParser().parseFromString(text, "application/xml");
  const value = (name) => body.querySelector(`JobsDetail > ${name}`)?.textContent;
  return { id: value("JobId"), state: value("State"), tokens: body.getElementsByTagName("WordsGeneralizeToken") };
}

/** A field of a token. */
export const field = (token, name) => (token instanceof Element ? token.querySelector(name).textContent : token[name]);
