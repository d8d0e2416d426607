// Reads callbacks of Tencent Cloud 数据万象 (CI). Needs nothing but Node, 18 or newer.
//
// decode() takes XML and JSON, one job or many, strings or numbers, with the wrapper
// Response or without. receiver.mjs has the HTTP side.

import { document } from "./xml.mjs";

const deepest = 200; // levels of fields that a body may have

// Node is a field of a body: a text, or further fields. XML and JSON become the same
// nodes, in the order of the body: an array of JSON is several nodes of one name, as in
// XML; an attribute of XML is a node whose name begins with @. The text is what the body
// has, to the character: "007", " " and 1e3 stay what they are.
export class Node {
  text = "";
  nodes = [];

  constructor(name = "") {
    this.name = name;
  }

  // all returns the nodes of a name: none, one or many.
  all(name) {
    return this.nodes.filter((node) => node.name === name);
  }

  // get returns the first node that a path of names leads to.
  get(...path) {
    let node = this;
    for (const name of path) node = node?.nodes.find((inner) => inner.name === name);
    return node;
  }

  // value returns the text that a path of names leads to, "" if there is none.
  value(...path) {
    return this.get(...path)?.text ?? "";
  }
}

// decode reads a body, a Buffer: { event, jobs, run, node }. A SyntaxError means that it
// is not well-formed; a body without jobs is none. All that the model has no field for
// is in node.
export function decode(body) {
  const callback = { event: "", jobs: [], run: undefined, node: parse(body) };
  find(callback, callback.node, 0);
  return callback;
}

// parse reads the nodes of a body in XML or JSON.
export function parse(body) {
  const source = new TextDecoder("utf-8").decode(body); // without a byte order mark
  switch (source.match(/[^ \t\r\n]/)?.[0]) {
    case "<":
      return parseXML(source);
    case "{":
    case "[":
      return parseJSON(source);
  }
  throw new SyntaxError("the body is neither XML nor JSON");
}

function parseXML(source) {
  const top = new Node();
  const open = [top];
  const local = (name) => name.slice(name.lastIndexOf(":") + 1);
  document(source.replace(/^[ \t\r\n]+/, ""), {
    start(name, attributes) {
      if (open.length > deepest) throw new SyntaxError("fields are nested too deep");
      const node = new Node(local(name));
      for (const [key, value] of attributes) {
        if (!key.startsWith("xmlns")) Object.assign(add(node, "@" + local(key)), { text: value });
      }
      open.at(-1).nodes.push(node);
      open.push(node);
    },
    text(said) {
      open.at(-1).text += said;
    },
    end() {
      const node = open.pop();
      if (node.nodes.length > 0 && /^[ \t\r\n]*$/.test(node.text)) node.text = ""; // what indents the fields
    },
  });
  return top;
}

function add(to, name) {
  const node = new Node(name);
  to.nodes.push(node);
  return node;
}

function parseJSON(source) {
  JSON.parse(source); // what is not JSON is an error
  // JSON.parse makes floats of numbers; as strings they keep their digits.
  const strings = /"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][0-9.eE+-]*/gs;
  const value = JSON.parse(
    source.replace(strings, (token) => (token[0] === '"' ? token : `"${token}"`)),
    ordered,
  );
  const top = new Node();
  if (value instanceof Map) addMembers(top, value, 0);
  else addJSON(top, "", value, 0);
  return top;
}

// ordered makes maps of objects, in which __proto__ is a name like any other. Names that
// are numbers come first, as in any object.
function ordered(_, value) {
  return value && typeof value === "object" && !Array.isArray(value) ? new Map(Object.entries(value)) : value;
}

function addMembers(to, members, depth) {
  for (const [name, value] of members) addJSON(to, name, value, depth + 1);
}

function addJSON(to, name, value, depth) {
  if (depth > deepest) throw new SyntaxError("fields are nested too deep");
  if (Array.isArray(value)) {
    for (const item of value) addJSON(to, name, item, depth + 1);
    return;
  }
  const node = add(to, name);
  if (value instanceof Map) addMembers(node, value, depth);
  else node.text = value === null ? "" : String(value);
}

const nothing = new Node();

// find looks for jobs: in JobsDetail, wherever that stands, or as the body itself.
function find(callback, node, depth) {
  const levels = 3; // of wrappers
  const jobs = node.all("JobsDetail");
  const run = node.get("WorkflowExecution");
  callback.event = node.get("EventName")?.text ?? callback.event;
  if (jobs.length > 0 || run) {
    for (const job of jobs) callback.jobs.push(newJob(job, node));
    if (run) callback.run = newRun(run);
  } else if (isReview(node)) {
    callback.event = node.value("data", "event");
    callback.jobs.push(newReview(node));
  } else if (node.get("JobId")) {
    callback.jobs.push(newJob(node, nothing));
  } else if (depth < levels) {
    for (const inner of node.nodes) find(callback, inner, depth + 1);
  }
}

function newJob(node, around) {
  const operation = node.get("Operation") ?? nothing;
  // A speech synthesis that a workflow started has its input inside, a review has none.
  const given = node.get("Input") ?? operation.get("Input") ?? node;
  const flow = node.get("Workflow") ?? around.get("Workflow") ?? nothing;
  const words =
    operation.get("WordsGeneralizeResult") ?? operation.get("SpeechRecognitionResult", "WordsGeneralizeResult") ?? nothing;
  return {
    id: node.value("JobId"),
    tag: node.value("Tag"),
    state: node.value("State"),
    code: node.value("Code"),
    message: node.value("Message"),
    queueId: node.value("QueueId"),
    userData: operation.value("UserData"),
    created: time(node.value("CreationTime")), // undefined where the service has not set it
    started: time(node.value("StartTime")),
    ended: time(node.value("EndTime")),
    input: { bucket: given.value("BucketId"), region: given.value("Region"), object: given.value("Object") },
    workflow: { runId: flow.value("RunId"), id: flow.value("WorkflowId"), name: flow.value("WorkflowName") },
    // Lable is how the service spells it.
    labels: words.all("WordsGeneralizeLable").map((n) => ({ category: n.value("Category"), word: n.value("Word") })),
    tokens: words.all("WordsGeneralizeToken").map((n) => ({
      word: n.value("Word"),
      pos: n.value("Pos"),
      offset: number(n.value("Offset")), // undefined where the body has none
      length: number(n.value("Length")),
    })),
    result: node.value("Result") || node.value("Suggestion"), // the verdict of a content review
    node,
  };
}

// isReview reports whether it is the Simple form of a content review.
function isReview(node) {
  return node.get("code") && ["event", "trace_id", "url"].some((name) => node.get("data", name));
}

function newReview(node) {
  const data = node.get("data");
  return {
    ...newJob(nothing, nothing),
    id: data.value("trace_id"),
    code: node.value("code"),
    message: node.value("message"),
    input: { bucket: "", region: "", object: data.value("url") },
    result: data.value("result"),
    node,
  };
}

function newRun(node) {
  return {
    id: node.value("RunId"),
    workflowId: node.value("WorkflowId"),
    state: node.value("State"),
    created: time(node.value("CreateTime")),
    ended: time(node.value("EndTime")),
    node,
  };
}

// isSet reports whether a value says something: "-" stands for "not yet".
const isSet = (value) => value !== "" && value !== "-";

// outcome is how a job ended: Success, Failed, Running, Submitted, Pause or Cancel, ""
// where the body does not say. State counts, and code where there is no state. The
// message is never asked. Of a content review Success means that it ran: the verdict is
// another question.
export function outcome(job) {
  const state = job.state.toLowerCase();
  if (state === "auditing") return "Running";
  if (isSet(state)) {
    return ["Success", "Failed", "Running", "Submitted", "Pause", "Cancel"].find((known) => known.toLowerCase() === state) ?? "";
  }
  if (job.code === "Success" || job.code === "0") return "Success";
  return isSet(job.code) ? "Failed" : "";
}

// verdict is what a content review found: Normal, Violation or Suspected, "" for others.
export function verdict(job) {
  if (outcome(job) !== "Success") return "";
  return new Map([["0", "Normal"], ["1", "Violation"], ["2", "Suspected"]]).get(job.result) ?? "";
}

// time reads a time in any form that the service writes: 2022-07-25T16:35:39+0800 of jobs,
// 2022-08-09 14:54:17+0800 of workflows, 2021-08-10T21:01:10+08:00 of reviews. It is
// undefined for "-", for nothing, and for what is no time.
export function time(text) {
  const parts = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:([+-][0-9]{2}):?([0-9]{2})|Z)$/.exec(text);
  if (!parts) return undefined;
  const at = new Date(`${parts[1]}T${parts[2]}${parts[3] ? `${parts[3]}:${parts[4]}` : "Z"}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function number(text) {
  return /^[+-]?[0-9]{1,15}$/.test(text) ? Number(text) : undefined;
}
