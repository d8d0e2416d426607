// How the time grows with the body: a picture of two panels, one for each
// format, with logarithmic axes. The words on it are in both languages.
import { median } from "./table.mjs";

const size = { width: 776, height: 336 };
const panels = [
  { format: "xml", title: "XML", left: 58, right: 266 },
  { format: "json", title: "JSON", left: 424, right: 632 },
];
const top = 40;
const bottom = 286;
const ticks = { x: [1e3, 1e4, 1e5, 1e6], y: [10, 100, 1000, 10_000] };
const limits = { x: [1e3, 1e6], y: [10, 30_000] };

const series = [
  { name: "peer", subject: "minimal", stage: "whole", label: ["least JS page", "最简 JS 页面"] },
  { name: "whole", subject: "ours", stage: "whole", label: ["whole result", "全部"] },
  { name: "first", subject: "ours", stage: "first", label: ["first screen", "首屏"] },
];

// A background of its own, as a picture does not know the page that it is on.
const style = `
  svg { --back: #ffffff; --ink: #1f2328; --soft: #59636e; --line: #d9dee3; --first: #0969da; --whole: #bc4c00; --peer: #6e7781; }
  @media (prefers-color-scheme: dark) {
    svg { --back: #0d1117; --ink: #e6edf3; --soft: #9198a1; --line: #2f3742; --first: #58a6ff; --whole: #f0883e; --peer: #9ea7b3; }
  }
  .back { fill: var(--back) } .grid { stroke: var(--line) } .ink { fill: var(--ink) } .soft { fill: var(--soft) }
  text { font: 12px system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
  .title { font-weight: 600; font-size: 14px } .value { font-weight: 600 }
  path { fill: none; stroke-width: 2.5; stroke-linejoin: round }
  path.peer { stroke-dasharray: 6 4 }
  ${series.map(({ name }) => `path.${name} { stroke: var(--${name}) } .${name}:not(path) { fill: var(--${name}) }`).join("\n  ")}`;

const scale = ([from, to], start, end) => (value) => start + (Math.log(value / from) / Math.log(to / from)) * (end - start);
const y = scale(limits.y, bottom, top);

const text = (x, y, content, name, anchor = "start") => `<text class="${name}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
const time = (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${Number((ms / 1000).toPrecision(2))} s`);

/** The medians of a series by size, as far as there are any. */
function points(run, { subject, stage }, format) {
  return ticks.x.flatMap((tokens) => {
    const record = run.records.find((r) => r.question === "main" && r.subject === subject && r.format === format && r.tokens === tokens);
    return record?.runs.length ? [{ tokens, ms: median(record.runs.map((r) => r[stage])) }] : [];
  });
}

/** Moves labels apart, from the lowest up, so that none covers another. */
function spread(labels, gap) {
  let last = Infinity;
  for (const label of labels.sort((a, b) => b.y - a.y)) last = label.y = Math.min(label.y, last - gap);
  return labels;
}

function grid({ left, right, title }, x) {
  const across = ticks.y.map((ms) => `<line class="grid" x1="${left}" x2="${right}" y1="${y(ms).toFixed(1)}" y2="${y(ms).toFixed(1)}"/>` + text(left - 8, y(ms) + 4, time(ms), "soft", "end"));
  const down = ticks.x.map((n) => `<line class="grid" x1="${x(n).toFixed(1)}" x2="${x(n).toFixed(1)}" y1="${top}" y2="${bottom}"/>` + text(x(n), bottom + 18, n === 1e6 ? "1M" : `${n / 1000}k`, "soft", "middle"));
  return [...across, ...down, text(left, top - 14, title, "title ink"), text((left + right) / 2, bottom + 40, "tokens 词数", "soft", "middle")].join("");
}

function lines(run, panel, x) {
  const drawn = series.map((s) => ({ ...s, points: points(run, s, panel.format) })).filter((s) => s.points.length);
  const paths = drawn.map(({ name, points }) => {
    const at = points.map((p) => [x(p.tokens).toFixed(1), y(p.ms).toFixed(1)]);
    return `<path class="${name}" d="M${at.map((p) => p.join(" ")).join("L")}"/>` + at.map(([cx, cy]) => `<circle class="${name}" cx="${cx}" cy="${cy}" r="3.5"/>`).join("");
  });
  const labels = spread(drawn.map(({ name, label, points }) => ({ name, label, ms: points.at(-1).ms, x: x(points.at(-1).tokens) + 10, y: y(points.at(-1).ms) })), 36);
  const named = labels.map((l) => text(l.x, l.y - 2, l.label[0], l.name) + text(l.x, l.y + 13, `${l.label[1]} <tspan class="value">${time(l.ms)}</tspan>`, l.name));
  return [...paths, ...named].join("\n");
}

/** The picture as SVG. */
export function growth(run) {
  const drawn = panels.map((panel) => {
    const x = scale(limits.x, panel.left, panel.right);
    return grid(panel, x) + "\n" + lines(run, panel, x);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img">
<title>Time by the number of tokens 耗时随词数的增长</title>
<style>${style}
</style>
<rect class="back" width="100%" height="100%" rx="6"/>
${drawn.join("\n")}
</svg>
`;
}
