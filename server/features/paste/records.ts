import type {CalendarDate} from '../../model/time/calendar.ts';
import type {Pasted} from './chat.ts';
import {type Moment, readTimedLine} from './moment.ts';

const nothing = {date: undefined, weekday: undefined} as const;

/** `git log`: the time and subject of each commit. Nothing where it is something else. */
export function readGitLog(lines: readonly string[], today: CalendarDate): Pasted[] {
  const found: Pasted[] = [];
  let [commit, author]: [string, string] = ['', ''];
  let moment: Moment | undefined;
  for (const line of lines) {
    const begins = /^commit ([0-9a-f]{7,40})\b/.exec(line);
    if (begins?.[1]) {
      [commit, author, moment] = [begins[1].slice(0, 7), '', undefined];
      continue;
    }
    const [, name = '', value = ''] = /^(Author|Date|AuthorDate):\s+(\S.*)$/.exec(line) ?? [];
    if (name === 'Author') author = withoutAddress(value);
    else if (name && commit) moment = readTimedLine(value, today)?.moment;
    else if (moment && commit && /^\s{4}\S/.test(line)) {
      found.push({moment, text: `${author ? `${author}: ` : ''}${line.trim()} (${commit})`});
      commit = '';
    }
  }
  return found;
}

/** E-mails with their headers: time and subject of each. Nothing where it is something else. */
export function readMails(lines: readonly string[], today: CalendarDate): Pasted[] {
  const found: Pasted[] = [];
  let fields = new Map<string, string>();
  const finish = () => {
    const subject = fields.get('subject');
    const moment = readTimedLine(fields.get('date') ?? fields.get('sent') ?? '', today)?.moment;
    const from = withoutAddress(fields.get('from') ?? '');
    if (subject && moment) found.push({moment, text: from ? `${from}: ${subject}` : subject});
    fields = new Map();
  };
  for (const line of lines) {
    const [, name = '', value = ''] = /^[>\s]*(From|Date|Sent|Subject): +(\S.*)$/i.exec(line) ?? [];
    if (name === '') continue;
    const key = name.toLowerCase();
    if (fields.has(key)) finish();
    fields.set(key, value.trim());
  }
  finish();
  return found;
}

function withoutAddress(person: string): string {
  const name = person
    .replace(/<[^<>]*>|\[mailto:[^\][]*\]/g, '')
    .replace(/["']/g, '')
    .trim();
  return name || person.replace(/[<>]/g, '').trim();
}

const timeKeys =
  /^(?:@?time(?:stamp)?|ts|date(?:time)?|when|created(?:_?at)?|(?:start|event|occurred|fired|triggered)_?(?:time|at))\b/i;
const dayKeys = /^(?:date|day)$/i;
const textKeys = /^(?:message|msg|event|text|summary|description|subject|title|body|what|details?|action|alert)\b/i;
const authorKeys = /^(?:user(?:name)?|author|from|who|sender|actor|name)\b/i;

/** Objects in JSON, one on each line. Nothing where it is something else. */
export function readJsonLines(lines: readonly string[], today: CalendarDate): Pasted[] {
  const rows = lines.filter(line => line.trim().startsWith('{')).map(parseObject);
  return rows.flatMap(row =>
    row
      ? recordOf(
          Object.entries(row).map(([key, value]) => [key, asText(value)]),
          today,
        )
      : [],
  );
}

/** Comma, semicolon or tab separated values under a line with names, one of which says that it is a time. */
export function readCsv(text: string, today: CalendarDate): Pasted[] {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const separator = ['\t', ';', ','].find(each => head.includes(each));
  if (!separator) return [];
  const [names = [], ...rows] = parseCsv(text, separator);
  if (!names.some(name => timeKeys.test(name.trim()))) return [];
  const zone = /\((UTC|GMT)\)/i.exec(names.find(name => timeKeys.test(name.trim())) ?? '')?.[1] ?? '';
  return rows.flatMap(cells =>
    recordOf(
      cells.map((cell, index) => [names[index]?.trim() ?? '', cell.trim()]),
      today,
      zone,
    ),
  );
}

/** @param zone what its times are in, where they do not say */
function recordOf(fields: readonly (readonly [string, string])[], today: CalendarDate, zone = ''): Pasted[] {
  const filled = fields.filter(([, value]) => value !== '');
  const time =
    filled.find(([key]) => timeKeys.test(key) && !dayKeys.test(key)) ?? filled.find(([key]) => timeKeys.test(key));
  if (!time) return [];
  const day = filled.find(field => field !== time && dayKeys.test(field[0]));
  const written = day ? `${day[1]} ${time[1]}` : time[1];
  const timed = readTimedLine(written, today) && readTimedLine(`${written} ${zone}`.trim(), today);
  const others = filled.filter(field => field !== time && field !== day);
  const text = others.find(([key]) => textKeys.test(key)) ?? others[0];
  if (!timed || !text) return [];
  const author = others.find(field => field !== text && authorKeys.test(field[0]));
  const rest = others.filter(field => field !== text && field !== author).map(([, value]) => value);
  const words = `${author ? `${author[1]}: ` : ''}${text[1]}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`;
  return [{moment: {...nothing, ...timed.moment}, text: words.replace(/\s+/g, ' ')}];
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : undefined;
  } catch {
    return undefined;
  }
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** RFC 4180: cells in quotes may hold separators, line ends and doubled quotes. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some(each => each.trim() !== '')) rows.push(row);
    [row, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (char === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') endRow();
    else cell += char;
  }
  endRow();
  return rows;
}
