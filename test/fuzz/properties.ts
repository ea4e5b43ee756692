import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {CodeAction, Position} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {readConfigurationFile} from '../../server/configuration-file.ts';
import {convert} from '../../server/features/convert.ts';
import {deriveTemplate} from '../../server/features/derive.ts';
import {configurationDiagnostics} from '../../server/features/diagnostics.ts';
import {newPostmortem} from '../../server/features/scaffold.ts';
import {templateDiagnostics} from '../../server/features/template-file.ts';
import {pasteTimeline} from '../../server/features/timeline-paste.ts';
import {type Judgement, judge} from '../../server/judge.ts';
import {LspDocument} from '../../server/lsp.ts';
import {mend} from '../../server/mend.ts';
import {readPiece} from '../../server/model/markdown/piece.ts';
import {readPieces} from '../../server/model/markdown/pieces.ts';
import {placeLines} from '../../server/model/markdown/placed-lines.ts';
import {read} from '../../server/model/read.ts';
import {readAhead} from '../../server/model/read-text.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {applyEdits} from '../../server/model/text.ts';
import {lostWords} from '../../server/rules/words-lost.ts';
import {builtInTemplate, builtInTemplates} from '../../server/templates/all.ts';
import {loadTemplate} from '../../server/templates/load.ts';
import {holdsSuppressions} from '../corpus/suppressions.ts';
import {holdsConversation, message} from './conversation.ts';
import {assertEdits, assertRanges, assertSame, holdsSpans} from './holds.ts';
import {answered, forced, now, open, requests} from './requests.ts';
import {anyText, type Change, change, changed, fragment} from './texts.ts';

/** What holds for any input. */
export interface Property {
  readonly name: string;
  /** How many cases a run of all tests tries. */
  readonly cases: number;
  /** @param begin is called with every input before it is tried. */
  check(parameters: fc.Parameters<[unknown]>, begin?: (input: unknown) => void): Promise<fc.RunDetails<[unknown]>>;
}

function property<T>(
  name: string,
  cases: number,
  arbitrary: fc.Arbitrary<T>,
  holds: (input: T) => void | Promise<void>,
): Property {
  return {
    name,
    cases,
    check: async (parameters, begin) => {
      const tried = fc.asyncProperty(arbitrary as fc.Arbitrary<unknown>, async input => {
        begin?.(input);
        await holds(input as T);
      });
      return fc.check(tried, parameters);
    },
  };
}

const place = fc.record({line: fc.nat(60), character: fc.nat(90)});
const template = fc.constantFrom(...builtInTemplates().map(({id}) => id));
const changes = fc.array(change, {minLength: 1, maxLength: 6});
const fewTexts = fc.array(anyText, {minLength: 1, maxLength: 3});
/** Edits, how often more is read before each, and how much of the text is put in with it. */
const pastes = fc.oneof({weight: 3, arbitrary: fc.constant(0)}, fc.nat(12_000));
const reads = fc.array(fc.tuple(fc.nat(3), change, pastes), {minLength: 1, maxLength: 6});
const messages = fc.array(message, {maxLength: 25});

export const properties: readonly Property[] = [
  property('any text is judged, and alike whenever it is read', 60, anyText, isJudged),
  property('after any edits a text is judged as if it were new', 40, fc.tuple(anyText, changes), isJudgedAnew),
  property(
    'a text that changes while it is read is judged as if it were new',
    6,
    fc.tuple(fewTexts, reads),
    isReadAhead,
  ),
  property('a text is read in pieces as the parser reads it whole', 40, anyText, isReadInPieces),
  property('every request is answered, in the text', 40, fc.tuple(anyText, place, place), areAnswered),
  property('mending loses no word and comes to rest', 40, anyText, isMended),
  property('what is ignored is silent, and nothing else changes', 20, anyText, holdsSuppressions),
  property('changing the template keeps every word', 20, fc.tuple(anyText, template, template), isConverted),
  property('what is pasted becomes entries or nothing', 20, fc.tuple(anyText, anyText, place, place), isPasted),
  property('any text is a template, and begins a postmortem', 20, fc.tuple(anyText, fragment), isTemplate),
  property('any texts have a template in common', 10, fewTexts, haveTemplate),
  property('any text is a configuration', 20, fc.oneof(anyText, fragment), isConfiguration),
  property('the server answers whatever is asked and typed', 20, fc.tuple(anyText, messages), holdsConversation),
];

function judged(text: string, previous?: Parameters<typeof judge>[2]): Judgement {
  const judgement = judge(text, forced, previous);
  assert.ok(judgement);
  return judgement;
}

function isJudged(text: string): void {
  const judgement = judged(text);
  holdsSpans(judgement);
  assertSame(judged(text), judgement);
  let reading = readAhead(text);
  while (!reading.isWhole) reading = readAhead(text, reading);
  assertSame(judged(text, {reading}), judgement);
}

/** So many UTF-16 units take several times to read. */
const long = 20_000;

function isReadAhead([texts, made]: readonly [
  readonly string[],
  readonly (readonly [number, Change, number])[],
]): void {
  const part = `${texts.join('\n\n')}\n\n`;
  let text = part.repeat(Math.ceil(long / part.length)).slice(0, 2 * long);
  let reading = readAhead(text);
  for (const [times, each, pasted] of made) {
    for (let more = 0; more < times; more++) reading = readAhead(text, reading);
    text = changed(text, {...each, insert: each.insert + text.slice(0, pasted)});
    reading = readAhead(text, reading);
  }
  while (!reading.isWhole) reading = readAhead(text, reading);
  assertSame(judged(text, {reading}), judged(text));
}

function isReadInPieces(text: string): void {
  const pieces = readPieces(text, 0, text.length, 0);
  const whole = readPiece(text, [], true);
  if (whole.simple || pieces.some(({piece}) => piece.simple)) return;
  assert.equal(pieces.map(({piece}) => piece.prose).join(''), whole.prose);
  assert.deepEqual(text === '' ? [] : pieces.flatMap(({lines}) => lines), text === '' ? [] : placeLines(whole, 0, 0));
}

function isJudgedAnew([begin, made]: readonly [string, readonly Change[]]): void {
  let text = begin;
  let judgement = judged(text);
  for (const each of made) {
    text = changed(text, each);
    judgement = judged(text, judgement);
    assertSame(judgement, judged(text));
  }
}

function areAnswered([text, start, end]: readonly [string, Position, Position]): void {
  const postmortem = open(text);
  for (const [name, request] of Object.entries(requests)) {
    const answer = answered(request(postmortem, start, {start, end}));
    assertRanges(answer, text);
    if (name.startsWith('code actions') || name === 'fix all') assertApply(answer as CodeAction[], text);
  }
}

function assertApply(actions: readonly CodeAction[], text: string): void {
  const document = TextDocument.create('file:///incidents/one.md', 'markdown', 1, text);
  for (const {title, edit} of actions) {
    const textEdits = edit?.changes?.[document.uri] ?? [];
    const edits = textEdits.map(({range, newText}) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      text: newText,
    }));
    assert.ok(edits.length > 0, `${title} changes nothing`);
    assertEdits(edits, text, title);
    assert.equal(TextDocument.applyEdits(document, textEdits), applyEdits(text, edits), title);
  }
}

function isMended(text: string): void {
  const mended = mend(judged(text));
  assert.deepEqual(lostWords(text, mended), []);
  assert.equal(mend(judged(mended)), mended);
}

function isConverted([text, fromId, toId]: readonly [string, string, string]): void {
  const [from, to] = [fromId, toId].map(builtInTemplate);
  assert.ok(from && to);
  const edits = convert(text, {from, to, name: toId});
  if (!edits) return;
  assertEdits(edits, text, 'conversion');
  const {wrapper} = read(text, from);
  const fence = [wrapper?.open, wrapper?.close].filter(mark => mark !== undefined);
  // A fence around everything is taken away first; titles may show only then.
  const bare = applyEdits(
    text,
    fence.map(({start, end}) => ({start, end, text: ''})),
  );
  const written = [text, bare].flatMap(each =>
    read(each, from).sections.flatMap(({titles}) => titles.map(({name}) => each.slice(name.start, name.end))),
  );
  const known = from.sections.flatMap(({title, aliases, parts}) => [title, ...aliases, ...parts]);
  // Front matter may name a template, which is then another one.
  const mayGo = [...written, ...known, ...builtInTemplates().map(({id}) => id)].join('\n').toLowerCase();
  // A reference to a blank or a line end (`&#10;`) is no word.
  const said = text.replaceAll(/&#(?:0*(?:9|10|13|32)|x0*(?:9|a|d|20));/gi, ' ');
  // What the template itself says goes with it, as often as it is there.
  const template = new Set(from.scaffold.split('\n').map(line => line.trim()));
  const guidance = said.split(/\r\n?|\n/).filter(line => template.has(line.trim()));
  const gone = lostWords(said, [applyEdits(text, edits), ...guidance].join('\n')).filter(
    word => !mayGo.includes(word.toLowerCase()),
  );
  assert.deepEqual(gone, []);
}

function isPasted([text, pasted, start, end]: readonly [string, string, Position, Position]): void {
  const zone = 'America/New_York';
  const pastes = inOneGo(pasteTimeline(open(text), {range: {start, end}, text: pasted, now, zone}));
  assertRanges(pastes?.edits, text);
  if (pastes) TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), [...pastes.edits]);
}

function isTemplate([text, title]: readonly [string, string]): void {
  const loaded = loadTemplate(text);
  assertRanges(templateDiagnostics(new LspDocument('file:///template.md', 'markdown', 1, text)), text);
  judged(newPostmortem(loaded.template, {title, date: '2024-05-09'}).text);
  judge(text, {...forced, template: {template: loaded.template, source: 'a test'}});
}

function haveTemplate(texts: readonly string[]): void {
  const problems = loadTemplate(deriveTemplate(texts, {name: 'Ours'})).problems.map(({message}) => message);
  const serious = problems.filter(problem => !problem.startsWith('A template needs headings'));
  assert.deepEqual(serious, []);
}

function isConfiguration(text: string): void {
  const {problems, names, requirements} = readConfigurationFile(text);
  assertRanges(configurationDiagnostics(new LspDocument('file:///.postmortem.yaml', 'yaml', 1, text), problems), text);
  for (const {span} of [...names, ...requirements]) assert.ok(span.start <= span.end && span.end <= text.length);
}
