const isoDate = /\d{4}-\d{2}-\d{2}/;

/**
 * What titles of documents have in common: `Postmortem: {{ title }}`, `{{ date }} {{ title }}`.
 *
 * @param titles of which some may be empty
 */
export function commonTitle(titles: readonly string[]): string {
  const named = titles.filter(title => title !== '');
  const prefix = commonPrefix(named);
  const rest = named.map(title => (title.startsWith(prefix) ? title.slice(prefix.length) : title));
  const most = (test: (title: string) => boolean) => rest.filter(test).length * 2 > rest.length;
  const leading = most(title => isoDate.test(title.slice(0, 12)));
  const trailing = most(title => isoDate.test(title.slice(-12)));
  if (leading) return `${prefix}{{ date }}${separatorAfter(rest)}{{ title }}`;
  return trailing ? `${prefix}{{ title }} - {{ date }}` : `${prefix}{{ title }}`;
}

/** "Postmortem: ", "Incident on ": words up to a mark or a date, that most titles begin with. */
function commonPrefix(titles: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const prefix = /^[^\d:–—-]{3,40}(?:(?::|\s[-–—])\s+|(?=\d{4}-\d{2}-\d{2}))/.exec(title)?.[0];
    if (prefix) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 > titles.length ? best[0] : '';
}

function separatorAfter(titles: readonly string[]): string {
  const found = titles.map(title => /\d{4}-\d{2}-\d{2}(\s*[,:–—-]?\s*)/.exec(title)?.[1] ?? '').find(Boolean);
  return found ?? ' ';
}
