import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import type {Position, Range} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import type {Judgement} from '../../server/judge.ts';
import type {Edit, Span} from '../../server/model/text.ts';
import {plain} from '../plain.ts';

/** Two judgements say the same. */
export function assertSame(one: Judgement, other: Judgement): void {
  const [a, b] = [said(one), said(other)];
  // The comparison that explains the difference takes ten times as long.
  if (JSON.stringify(a) !== JSON.stringify(b)) assert.deepEqual(a, b);
}

/** What a judgement says, without functions and without what it was made from. */
function said({report, findings, reason, words}: Judgement): unknown {
  const {template, words: counts, lines, frontMatter, ...rest} = report;
  return plain({
    ...rest,
    // Aliases of YAML may go in circles.
    frontMatter: frontMatter && {...frontMatter, data: inspect(frontMatter.data, {depth: 20})},
    template: template.id,
    lines,
    counted: lines.map(line => counts.count(line)),
    total: counts.total,
    findings,
    reason,
    words,
  });
}

/** Every span and position of a judgement lies in the text, and those that an editor sees cut no character in two. */
export function holdsSpans({report, findings}: Judgement): void {
  const {text, prose, lines, template: _, ...rest} = report;
  assert.equal(prose.length, text.length);
  for (const span of spansIn(plain([rest, lines, findings]))) assertInside(span, text.length);
  for (const {span, message, fixes = [], related = []} of findings) {
    assert.doesNotMatch(message, /could not judge/);
    for (const each of [span, ...related]) assertWhole(each, text, message);
    for (const fix of fixes) assertEdits(fix.edits, text, fix.title);
  }
  let before = 0;
  for (const line of lines) {
    assert.ok(
      line.start >= before && line.content.start >= line.start && line.content.end <= line.end,
      'lines are in order',
    );
    before = line.end;
  }
}

export function assertEdits(edits: readonly Edit[], text: string, what: string): void {
  for (const edit of edits) {
    assertInside(edit, text.length);
    assertWhole(edit, text, what);
  }
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, edit] of sorted.entries())
    assert.ok((sorted[index - 1]?.end ?? 0) <= edit.start, `${what}: edits overlap`);
}

/** Ranges in what is answered: in the document, well-formed, and the same when they come back as offsets. */
export function assertRanges(answer: unknown, text: string): void {
  const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
  const assertPosition = (position: Position) => {
    assert.ok(
      position.line >= 0 && position.character >= 0 && position.line < document.lineCount,
      JSON.stringify(position),
    );
    assert.deepEqual(document.positionAt(document.offsetAt(position)), position, 'the position is on its line');
  };
  for (const {start, end} of rangesIn(answer)) {
    assertPosition(start);
    assertPosition(end);
    const span = {start: document.offsetAt(start), end: document.offsetAt(end)};
    assertInside(span, text.length);
    assertWhole(span, text, JSON.stringify({start, end}));
  }
}

function assertInside({start, end}: Span, length: number): void {
  assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} of ${length}`);
}

/** Neither end lies within a surrogate pair or between CR and LF. */
function assertWhole({start, end}: Span, text: string, what: string): void {
  for (const at of [start, end]) {
    const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
    assert.ok(!(before === 13 && after === 10), `${what}: ${at} is within a line end`);
    const isPair = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
    assert.ok(!isPair, `${what}: ${at} is within a character`);
  }
}

function spansIn(value: unknown): Span[] {
  return found(value, isSpan);
}

function rangesIn(value: unknown): Range[] {
  return found(value, isRange);
}

/** Everything of a kind that a value is made of, however deep. */
function found<T>(root: unknown, is: (value: object) => value is T & object): T[] {
  const result: T[] = [];
  const seen = new Set<object>();
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (is(value)) result.push(value);
    // What a stranger's front matter says is no span; the scope of a suppression takes in what begins where it ends.
    for (const [key, part] of Object.entries(value)) if (key !== 'data' && key !== 'scope') waiting.push(part);
  }
  return result;
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
