// A reader of XML as callbacks are written in: elements, attributes, text, CDATA,
// comments, instructions and references to characters. What is not well-formed is an
// error, as is a document type. Everything stays a string.

const name = "[\\p{L}_:][\\p{L}\\p{N}\\p{M}_:.·-]*";
const tag = new RegExp(`<(?:/(${name})\\s*|(${name})((?:\\s+${name}\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*)\\s*(/?))>`, "uy");
const instruction = new RegExp(`^(?!xml[\\s?])${name}(?:\\s[^]*)?$`, "u");
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "gu");
const prolog = /^<\?xml\s+version\s*=\s*["']1\.[0-9]+["'][^<>]*\?>/;
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

// document reads a text and calls start(name, attributes), text(string) and end().
export function document(source, { start, text, end }) {
  source = source.replace(/\r\n?/g, "\n");
  let at = prolog.exec(source)?.[0].length ?? 0;
  let roots = 0;
  const open = [];
  const fail = (why) => {
    throw new SyntaxError(`XML: ${why} at character ${at}`);
  };
  // between returns what stands before a mark, and goes on behind that.
  const between = (before, mark) => {
    const from = at + before.length;
    const to = source.indexOf(mark, from);
    if (to < 0) fail("the body ends in the middle");
    at = to + mark.length;
    return source.slice(from, to);
  };
  const said = (piece, blank) => {
    if (open.length > 0) text(allowed(piece));
    else if (!blank || /[^ \t\n]/.test(piece)) fail("text outside of the root");
  };
  while (at < source.length) {
    if (source[at] !== "<") {
      const to = source.indexOf("<", at);
      const piece = source.slice(at, to < 0 ? source.length : to);
      said(characters(piece), true);
      at += piece.length;
    } else if (source.startsWith("<!--", at)) {
      const comment = between("<!--", "-->");
      if (comment.includes("--") || comment.endsWith("-")) fail("two hyphens in a comment");
    } else if (source.startsWith("<![CDATA[", at)) {
      said(between("<![CDATA[", "]]>"), false);
    } else if (source.startsWith("<?", at)) {
      if (!instruction.test(between("<?", "?>"))) fail("not an instruction");
    } else {
      tag.lastIndex = at;
      const found = tag.exec(source) ?? fail("not well-formed");
      at = tag.lastIndex;
      const [, ended, started, given, empty] = found;
      if (started !== undefined) {
        if (open.length === 0 && ++roots > 1) fail("a second root");
        start(started, attributes(given));
        open.push(started);
      }
      if (ended !== undefined || empty) {
        if (open.pop() !== (ended ?? started)) fail(`</${ended}> closes nothing`);
        end();
      }
    }
  }
  if (open.length > 0 || roots === 0) fail("the body ends in the middle");
}

function attributes(source) {
  const list = [];
  if (source === "") return list;
  for (const [, key, double, single] of source.matchAll(attribute)) {
    if (list.some(([other]) => other === key)) throw new SyntaxError(`XML: ${key} is there twice`);
    list.push([key, allowed(characters((double ?? single).replace(/[\n\t]/g, " ")))]);
  }
  return list;
}

// characters puts the characters in the place of references to them.
function characters(text) {
  if (text.includes("]]>")) throw new SyntaxError("XML: ]]> within a text");
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([^;&]*))(;?)/g, (whole, hex, decimal, entity, closed) => {
    const code = hex ? parseInt(hex, 16) : decimal ? parseInt(decimal, 10) : undefined;
    const said = code === undefined ? Object.hasOwn(entities, entity) && entities[entity] : code <= 0x10ffff && String.fromCodePoint(code);
    if (!closed || typeof said !== "string") throw new SyntaxError(`XML: ${whole} is no character`);
    return said;
  });
}

function allowed(text) {
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(text)) throw new SyntaxError("XML: a character that it cannot hold");
  return text;
}
