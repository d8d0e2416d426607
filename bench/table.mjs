// Tables of measurements, in Markdown.

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/** The median of some measurements with the least and the greatest. */
export function summary(values, digits = 0) {
  const known = values.filter(Number.isFinite);
  if (!known.length) return "–";
  const written = (n) => n.toFixed(digits);
  return known.length === 1 ? written(known[0]) : `${written(median(known))} (${written(Math.min(...known))}–${written(Math.max(...known))})`;
}

/** A table whose first columns are text and whose others are figures. */
export function table(heads, lines, text = 1) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [row(heads), row(heads.map((_, i) => (i < text ? "---" : "---:"))), ...lines.map(row)].join("\n");
}

export const count = (n) => n.toLocaleString("en");
