// The report: tables in Markdown, made of the records of a run alone.
import { patience } from "./browser.mjs";
import { subjects } from "./pages.mjs";
import { timesAt } from "./plan.mjs";
import { count, median, summary, table } from "./table.mjs";
import { texts } from "./texts.mjs";

const large = 100_000;
const mega = (bytes) => (bytes / 1e6).toFixed(1);

/** Everything that the tables of a run in one language need. */
function reader(run, language) {
  const t = texts[language];
  const find = (question, subject, format, tokens) => run.records.find((r) => r.question === question && r.subject === subject && r.format === format && r.tokens === tokens);
  const written = (record, value, digits) => {
    if (!record) return "–";
    if (record.cut) return record.cut === "late" ? t.late(patience / 1000) : t.crashed;
    return summary(record.runs.map(typeof value === "string" ? (r) => r[value] : value), digits);
  };
  const sizes = (question) => [...new Set(run.records.filter((r) => r.question === question).map((r) => r.tokens))].sort((a, b) => a - b);
  return { run, t, language, find, written, sizes };
}

const section = (title, ...parts) => [`### ${title}`, ...parts].join("\n\n");

/** Every subject with every format that a question has figures on. */
function* asked({ run }, question) {
  for (const format of ["xml", "json"]) {
    for (const subject of subjects) {
      if (run.records.some((r) => r.question === question && r.subject === subject.name && r.format === format)) yield { subject, format };
    }
  }
}

function main(it) {
  const { t, language } = it;
  const sizes = it.sizes("main");
  if (!sizes.length) return "";
  const lines = [];
  for (const { subject, format } of asked(it, "main")) {
    for (const stage of subject.first ? ["first", "whole"] : ["whole"]) {
      const label = subject.label[language] + (subject.first ? t.list + t[stage] : "");
      lines.push([label, format.toUpperCase(), ...sizes.map((n) => it.written(it.find("main", subject.name, format, n), stage))]);
    }
  }
  const [label, body, tokens] = t.main.heads;
  return section(t.main.title, table([label, body, ...sizes.map((n) => tokens(count(n)))], lines, 2));
}

function takes(it) {
  const { t, language } = it;
  const lines = [];
  for (const tokens of it.sizes("tasks")) {
    for (const { subject, format } of asked(it, "tasks")) {
      const tasks = it.find("tasks", subject.name, format, tokens);
      const read = it.find("main", subject.name, format, tokens);
      if (!tasks && !read) continue;
      const own = subject.site && read;
      lines.push([
        subject.label[language], format.toUpperCase(), count(tokens), mega((tasks ?? read).bytes), it.written(tasks, "longest"), it.written(tasks, "long"),
        own ? it.written(read, "wasm") : "–", own ? it.written(read, (r) => (r.wasm * 1e6) / read.bytes, 1) : "–", it.written(read, "renderer"),
      ]);
    }
  }
  return lines.length ? section(t.takes.title, t.takes.note, table(t.takes.heads, lines, 2)) : "";
}

function rows(it) {
  const { t, language } = it;
  const lines = it.sizes("rows").flatMap((tokens) => subjects.filter((s) => s.site).flatMap((subject) => {
    const record = it.find("rows", subject.name, "json", tokens);
    const size = subject.name === "ours" ? count(tokens) : `${count(tokens)}, ${subject.label[language]}`;
    return record ? [[size, it.written(record, "filter"), it.written(record, "sort")]] : [];
  }));
  return lines.length ? section(t.rows.title, t.rows.note, table(t.rows.heads, lines)) : "";
}

function start(it) {
  const { run, t } = it;
  const lines = run.records.filter((r) => r.question === "start").map((record) => [
    t.start.labels[record.subject], summary(record.fast.map((r) => r.sent), 2),
    ...["fast", "slow"].flatMap((speed) => ["coldPaint", "cold", "warm"].map((n) => summary(record[speed].map((r) => r[n])))),
  ]);
  return lines.length ? section(t.start.title, t.start.note, table(t.start.heads, lines)) : "";
}

function ways(it) {
  const { t, language } = it;
  const lines = [];
  for (const subject of subjects) {
    for (const question of ["main", "atonce", "dropped", "alphabetical", "indented", "labelled"]) {
      for (const tokens of it.sizes(question)) {
        const of = (format) => it.find(question, subject.name, format, tokens);
        // The usual way stands there where another one is beside it.
        const beside = ["atonce", "dropped", "alphabetical", "indented", "labelled"].some((q) => ["xml", "json"].some((f) => it.find(q, subject.name, f, tokens)));
        if ((!of("xml") && !of("json")) || (question === "main" && !beside)) continue;
        const cells = ["xml", "json"].flatMap((format) => [subject.first ? it.written(of(format), "first") : "–", it.written(of(format), "whole")]);
        lines.push([subject.label[language], t.ways.labels[question], count(tokens), ...cells]);
      }
    }
  }
  const others = lines.some((line) => line[1] !== t.ways.labels.main);
  return others ? section(t.ways.title, table(t.ways.heads, lines, 2)) : "";
}

/** What this project wants of itself, and whether it got it. */
function aims(it) {
  const { t } = it;
  const all = ["xml", "json"].flatMap((f) => {
    const F = f.toUpperCase();
    return [
      [t.aims.task(F, count(1e5)), 50, "ms", it.find("tasks", "ours", f, 1e5), "longest"],
      [t.aims.task(F, count(1e6)), 100, "ms", it.find("tasks", "ours", f, 1e6), "longest"],
      [t.aims.wasm(F, count(1e6)), 4, "×", it.find("main", "ours", f, 1e6), "multiple"],
    ];
  });
  for (const [tokens, filter, sort] of [[1e5, 50, 300], [1e6, 200, null]]) {
    const record = it.find("rows", "ours", "json", tokens);
    all.push([t.aims.filter(count(tokens)), filter, "ms", record, "filter"]);
    if (sort) all.push([t.aims.sort(count(tokens)), sort, "ms", record, "sort"]);
  }
  const lines = all.filter(([, , , record]) => record?.runs.length).map(([label, most, unit, record, name]) => {
    const got = median(record.runs.map((r) => (name === "multiple" ? (r.wasm * 1e6) / record.bytes : r[name])));
    return [label, `≤ ${most} ${unit}`, `${got.toFixed(unit === "×" ? 1 : 0)} ${unit}`, got <= most ? t.aims.met : t.aims.missed];
  });
  return lines.length ? section(t.aims.title, table(t.aims.heads, lines)) : "";
}

function parser({ run, t }) {
  return run.parser ? section(t.parser.title, `\`\`\`\n${run.parser.join("\n")}\n\`\`\``) : "";
}

const lead = ({ run, t }) => t.lead({ rest: run.rest / 1000, times: run.times, few: timesAt(1e6, run.times), seconds: patience / 1000 });
const joined = (parts) => parts.filter(Boolean).join("\n\n");

/** All that a run found. */
export function full(run, language = "en") {
  const it = reader(run, language);
  return joined([it.t.heading, lead(it), it.t.machine(run.machine), ...[main, takes, rows, start, ways, aims, parser].map((make) => make(it))]) + "\n";
}

/** The tables of bench/README: the longest of them can be unfolded. */
export function tables(run, language) {
  const it = reader(run, language);
  const more = ways(it).replace(/^### .*\n\n/, "");
  const folded = more && `<details><summary>${it.t.ways.title}</summary>\n\n${more}\n\n</details>`;
  return joined([lead(it), it.t.machine(run.machine), ...[main, takes, rows, start].map((make) => make(it)), folded]);
}

/** What the README shows: a picture, and the medians of ours in a few lines. */
export function brief(run, language, picture) {
  const it = reader(run, language);
  const { t, find } = it;
  const of = (record, name) => (record?.runs.length ? Math.round(median(record.runs.map((r) => r[name]))) : NaN);
  const read = (subject, tokens, name) => of(find("main", subject, "xml", tokens), name);
  const each = (subject, name) => [1e3, 1e5, 1e6].map((n) => read(subject, n, name));
  const million = find("main", "ours", "xml", 1e6);
  const multiple = (record) => median(record.runs.map((r) => (r.wasm * 1e6) / record.bytes));
  const sorted = find("rows", "ours", "json", 1e6);
  const visits = run.records.find((r) => r.question === "start" && r.subject === "ours");
  const visit = (speed, name) => median(visits[speed].map((r) => r[name]));
  const lines = [
    t.brief.first(each("ours", "first"), million && mega(million.bytes)),
    t.brief.whole(each("ours", "whole"), each("minimal", "whole")),
    t.brief.task(of(find("tasks", "ours", "xml", 1e6), "longest"), million && multiple(million).toFixed(1)),
    t.brief.rows(of(sorted, "filter"), of(sorted, "sort")),
    visits && t.brief.start(visit("fast", "sent").toFixed(2), ...[
      ["fast", "cold"],
      ["slow", "cold"],
      ["fast", "warm"],
    ].map((which) => Math.round(visit(...which)))),
  ];
  // A question that was not asked leaves no line.
  const known = lines.filter((line) => line && !/NaN|undefined/.test(line));
  const list = known.map((line) => `- ${line}`).join("\n");
  return joined([`![${t.picture}](${picture})`, t.brief.lead(run.machine), list]);
}
