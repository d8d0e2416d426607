// What is measured, in which order, and how often.
import { Turns } from "./reading.mjs";

/** From here on a body is large: fewer subjects take it, fewer times. */
const large = 1_000_000;

/** A subject that took longer than this at a size is not measured again there, in milliseconds. */
const slow = 10_000;

const usual = { way: "paste", layout: "compact", order: "documented", labels: 1, rested: true, traced: false };

/** The questions on reading; each asks some subjects about bodies of some sizes. */
export function questions({ sizes, subjects, times }) {
  const far = Math.max(...sizes.filter((n) => n < large), 0); // the size that most subjects still manage
  const atFar = far ? [far] : [];
  const often = subjects.filter((s) => s.often);
  const ours = subjects.filter((s) => s.site);
  return {
    main: { ...usual, sizes, of: subjects, times },
    atonce: { ...usual, rested: false, sizes: sizes.filter((n) => n === 1000 || n === far), of: often, times },
    dropped: { ...usual, way: "drop", sizes: atFar, of: often, times },
    alphabetical: { ...usual, order: "alphabetical", sizes: sizes.filter((n) => n >= far), of: ours, times },
    indented: { ...usual, layout: "indented", sizes: atFar, of: subjects, times },
    labelled: { ...usual, layout: "indented", labels: 1000, sizes: atFar, of: ours, times },
    tasks: { ...usual, traced: true, sizes: sizes.filter((n) => n >= far), of: subjects, times: Math.min(times, 3) },
  };
}

export const timesAt = (tokens, times) => (tokens >= large ? Math.min(times, 3) : times);

/** What is asked at once: one body, and the subjects that take turns at it. */
export function* steps(name, question) {
  for (const tokens of question.sizes) {
    for (const format of ["xml", "json"]) {
      const of = question.of.filter((s) => s.formats.includes(format) && (tokens < large || s.large));
      if (of.length) yield { ...question, name, tokens, format, of, times: timesAt(tokens, question.times) };
    }
  }
}

/**
 * Lets the subjects of a step take turns, A B C A B C, each round beginning
 * with another one, so that what else the machine does meets all alike.
 * `known` are records so far: what was cut with a smaller body is not tried.
 */
export async function ask(step, { body, urlOf, known, log, failed }) {
  const records = step.of.map((subject) => ({
    question: step.name, subject: subject.name, format: step.format, tokens: step.tokens, bytes: body.bytes, runs: [],
    ...cutBefore(known, subject.name, step),
  }));
  const turns = new Turns();
  try {
    for (let round = 0; round < step.times; round++) {
      for (let k = 0; k < records.length; k++) {
        const at = (round + k) % records.length;
        const record = records[at];
        if (record.cut || record.slow) continue;
        const result = await turns.measure(step.of[at], { ...step, body, url: urlOf(step.of[at], body) }).catch(failed);
        if (!result) continue; // this turn is lost
        if (result.cut) record.cut = result.cut;
        else record.runs.push(result);
        record.slow = result.whole > slow;
        log(record, result);
      }
    }
  } finally {
    await turns.end();
  }
  return records;
}

function cutBefore(known, subject, { format, tokens }) {
  const before = known.find((r) => r.cut && r.subject === subject && r.format === format && r.tokens <= tokens);
  return before ? { cut: before.cut } : {};
}
