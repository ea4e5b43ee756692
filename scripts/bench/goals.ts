/** A line of a list: what is measured, what it is to be, and whether it is. */
export function goal(name: string, value: number, sign: '≤' | '≥' | '>', bound: number): string {
  const wanted = `goal ${sign} ${bound}`;
  if (!Number.isFinite(value)) return `- Not measured: ${name} (${wanted})`;
  const isMet = sign === '≤' ? value <= bound : sign === '≥' ? value >= bound : value > bound;
  return `- ${isMet ? 'Met' : '**Missed**'}: ${name}: ${digits(value)} (${wanted})`;
}

/** One digit more than tables have: what misses its goal by little is not to look as if it met it. */
function digits(value: number): string {
  return value < 100 ? value.toPrecision(3) : value.toFixed(0);
}
