import {classSources} from '../server/evidence/classes.ts';
import {kinds} from '../server/evidence/kinds.ts';

export function kindsTable(): string {
  const rows = Object.entries(kinds).map(([name, {summary}]) => `| \`${name}\` | ${summary} |`);
  return ['| Kind | What it looks for |', '|---|---|', ...rows].join('\n');
}

const SHOWN = 6;

/** Word classes with their first members, as a phrase would write them. */
export function classesTable(): string {
  const rows = classSources.flatMap(source =>
    Object.entries(source).map(([name, members]) => {
      const words = members.split(',').map(member => member.trim().replaceAll(/\s+/g, ' '));
      const first = words[0] === '' ? 'known by its shape' : words.slice(0, SHOWN).join(', ');
      return `| \`<${name}>\` | ${first}${words.length > SHOWN ? ', …' : ''} |`;
    }),
  );
  return ['| Class | Members |', '|---|---|', ...rows].join('\n');
}
