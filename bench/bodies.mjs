// Bodies of callbacks with as many tokens as asked for, always the same ones.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const tags = ["n", "v", "d", "a", "nr", "ns", "t", "m", "q", "r", "p", "c", "u", "w"];

/**
 * Tokens that tile a text: of 5,000 words made of 1,500 characters, of both a
 * few often and most seldom, as in a text that somebody wrote.
 */
function tokens(count) {
  const random = numbers(20220725);
  const some = (list) => list[Math.floor(random() ** 3 * list.length)];
  const characters = Array.from({ length: 1500 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 20000)));
  const words = Array.from({ length: 5000 }, () => {
    const length = 1 + Math.floor(random() ** 2 * 4);
    const word = Array.from({ length }, () => some(characters)).join("");
    return { word, tag: tags[Math.floor(random() * tags.length)] };
  });
  let offset = 0;
  return Array.from({ length: count }, () => {
    const { word, tag } = some(words);
    const token = { Length: String(word.length), Offset: String(offset), Pos: tag, Word: word };
    offset += word.length;
    return token;
  });
}

const label = { Category: "交通", Word: "打车" };

/** The job in the order of the documentation: what tells about it comes first. */
const documented = (count, labels) => ({
  Tag: "WordsGeneralize",
  State: "Success",
  Code: "Success",
  CreationTime: "2022-07-25T16:35:39+0800",
  EndTime: "2022-07-25T16:35:43+0800",
  Input: { Object: "text.txt", BucketId: "test-123456789", Region: "ap-chongqing" },
  JobId: "ac34be3aa0bf411ed9ce39d7cc972e427",
  Message: "Success",
  Operation: {
    UserData: "This is my WordsGeneralize job.",
    JobLevel: "0",
    WordsGeneralize: { NerMethod: "DL", SegMethod: "MIX" },
    WordsGeneralizeResult: {
      WordsGeneralizeLable: labels === 1 ? label : Array.from({ length: labels }, () => label),
      WordsGeneralizeToken: tokens(count),
    },
  },
});

/** The fields in alphabetical order, as services send them: State and Tag come last. */
function sorted(job) {
  const { Operation, ...rest } = job;
  return Object.fromEntries(Object.entries({ ...rest, Operation: Object.fromEntries(Object.entries(Operation).sort()) }).sort());
}

function xml(name, value, indent, depth) {
  const margin = indent ? "\n" + " ".repeat(indent * depth) : "";
  if (Array.isArray(value)) return value.map((v) => xml(name, v, indent, depth)).join("");
  if (typeof value === "string") return `${margin}<${name}>${value}</${name}>`;
  const fields = Object.entries(value).map(([n, v]) => xml(n, v, indent, depth + 1));
  return `${margin}<${name}>${fields.join("")}${margin}</${name}>`;
}

/**
 * Writes a body into a folder and returns where it is, how large, and the first
 * and the last of its tokens.
 * @param {{format: "xml"|"json", tokens: number, layout: "compact"|"indented", order: "documented"|"alphabetical", labels: number}} want
 */
export async function writeBody(folder, want) {
  const { format, layout, order } = want;
  const fields = documented(want.tokens, want.labels);
  const job = order === "alphabetical" ? sorted(fields) : fields;
  const indent = layout === "indented" ? 4 : 0;
  const text =
    format === "xml"
      ? xml("Response", { EventName: "TaskFinish", JobsDetail: job }, indent, 0).trimStart()
      : JSON.stringify({ Response: { EventName: "TaskFinish", JobsDetail: [job] } }, null, indent);
  const path = join(folder, `${want.tokens}-${want.labels}-${layout}-${order}.${format}`);
  await writeFile(path, text);
  const list = job.Operation.WordsGeneralizeResult.WordsGeneralizeToken;
  return { path, bytes: Buffer.byteLength(text), job: job.JobId, first: list[0], last: list.at(-1) };
}
