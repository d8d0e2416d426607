// Tables of measurements, in Markdown.

/** The median of some measurements with the least and the greatest. */
export function summary(values, digits = 0) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return "–";
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  const written = (n) => n.toFixed(digits);
  return sorted.length === 1 ? written(median) : `${written(median)} (${written(sorted[0])}–${written(sorted.at(-1))})`;
}

export function table(heads, lines) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [row(heads), row(heads.map((_, i) => (i ? "---:" : "---"))), ...lines.map(row)].join("\n");
}

export const count = (n) => n.toLocaleString("en");
