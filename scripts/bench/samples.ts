/** The smallest sample that at least `part` of the samples do not exceed: 0.5 for the median. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Two or three digits that mean something: `0.14`, `3.2`, `47`; nothing for what could not be measured. */
export function short(value: number): string {
  if (Number.isNaN(value)) return '';
  if (value < 1) return value.toFixed(2);
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

/** A Markdown table. All columns but the first, and those named in `texts`, are of figures. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts: readonly string[] = [],
): string {
  const rule = head.map((name, index) => (index === 0 || texts.includes(name) ? '---' : '--:'));
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

export function withSeparators(value: number): string {
  return value.toLocaleString('en-US');
}
