/** A postmortem of about so many words: a summary, a timeline that makes up most of it, a cause and measures. */
export function postmortemOf(words: number): string {
  const timeline = range(
    Math.round((words - 215) / 22.5),
    minute => `- ${clock(minute)} UTC - ${deeds[minute % deeds.length]}`,
  );
  return `# Postmortem: checkout was slow for customers in Europe

## Issue Summary

On 14 May 2024 from 09:00 to 11:10 UTC, 40 % of the customers in Europe waited longer than ten seconds for the checkout page, and
some gave up. The root cause was an index of the order database that a migration had dropped and nobody had missed.

## Timeline

${timeline.join('\n')}

## Root cause and resolution

The migration of the evening before renamed a column and dropped the index on it, because the tool recreates indexes only for tables
that it owns. Every look-up of an open order then read the whole table. The load of the database grew with the traffic of the morning
until requests piled up in front of it. We created the index again, which took four minutes, and the queues were empty soon after.

## Corrective and preventative measures

Slow queries have to be seen before customers see them, and migrations have to be tried on data of the real size.

- [ ] Alert when a query of the checkout takes longer than a second (payments team, 21 May).
- [ ] Let the migration tool list the indexes that are gone afterwards (platform team, 28 May).
- [x] Write down how an index is created without a lock (database team).
`;
}

const deeds = [
  'The first alert fires: the checkout answers more slowly than its limit, and the engineer on call is paged by it.',
  'The engineer restarts two of the web servers in the belief that a leak of memory is back; it changes nothing.',
  'Support reports that customers in France and Spain cannot pay, and the incident is handed to the database team.',
  'A look at the slow queries shows that open orders are read without an index since the migration of last night.',
];

function clock(minute: number): string {
  const of = (value: number) => String(value).padStart(2, '0');
  return `${of((9 + Math.floor(minute / 60)) % 24)}:${of(minute % 60)}`;
}

function range<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({length: Math.max(1, count)}, (_, index) => make(index));
}
