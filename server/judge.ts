import {reportInSteps} from './evidence/make-report.ts';
import type {Report} from './evidence/report.ts';
import {isBegun, listsOthers, teaches, tellsOfAnIncident} from './model/detect.ts';
import {isTitledGuide} from './model/first-title.ts';
import {declaredTemplate} from './model/front-matter.ts';
import {read} from './model/read.ts';
import type {ReadAhead} from './model/read-text.ts';
import type {FrontMatter, Reading} from './model/reading.ts';
import {inOneGo, type Steps} from './model/steps.ts';
import type {Template, WordRange} from './model/template.ts';
import {applyEdits} from './model/text.ts';
import type {PathVerdict} from './path-verdict.ts';
import {findingsInSteps, type JudgedFinding, wordRange} from './rules/run.ts';
import type {Settings} from './settings.ts';
import {builtInRecogniser, builtInTemplate, defaultTemplate} from './templates/all.ts';

/** What is known of a text before it is read. */
export interface Circumstances {
  readonly settings: Settings;
  readonly path: PathVerdict;
  /** The template that the settings name. */
  readonly template?: {readonly template: Template; readonly source: string} | undefined;
  /** Templates besides the built-in ones that front matter may name. */
  readonly templates?: readonly {readonly name: string; readonly template: Template}[];
  /** Take it for a postmortem whatever its path and content say. */
  readonly forced?: boolean;
}

/** A postmortem, read under its template and checked. */
export interface Judgement {
  readonly report: Report;
  /** What the report was made from: the next version of the text is read by comparing it with this one. */
  readonly reading: Reading;
  readonly findings: readonly JudgedFinding[];
  /** Why this template: "set in .postmortem.yaml", "the default". */
  readonly reason: string;
  readonly words: WordRange;
  readonly settings: Settings;
  readonly circumstances: Circumstances;
}

/**
 * The one way from a text to all that is shown of it.
 *
 * @param previous what was made of an earlier version of the same document, or read of it ahead: it saves time and changes nothing.
 * @returns `undefined` for a text that is no postmortem.
 */
export function judge(
  text: string,
  circumstances: Circumstances,
  previous?: {readonly reading: Reading | ReadAhead},
): Judgement | undefined {
  return inOneGo(judgeInSteps(text, circumstances, previous));
}

/** As `judge`. */
export function* judgeInSteps(
  text: string,
  circumstances: Circumstances,
  previous?: {readonly reading: Reading | ReadAhead},
): Steps<Judgement | undefined> {
  const chosen = yield* choose(text, circumstances, previous?.reading);
  if (!chosen) return undefined;
  const {reading, template, reason} = chosen;
  const {settings} = circumstances;
  yield;
  const report = yield* reportInSteps(reading);
  return {
    report,
    reading,
    findings: yield* findingsInSteps(report, settings),
    reason,
    words: wordRange(template, settings.words),
    settings,
    circumstances,
  };
}

/** The template that a text is judged by; `undefined` for one that is no postmortem. `previous` as in `judge`. */
export function* templateFor(
  text: string,
  circumstances: Circumstances,
  previous?: Reading,
): Steps<Template | undefined> {
  return (yield* choose(text, circumstances, previous))?.template;
}

interface Choice {
  readonly reading: Reading;
  readonly template: Template;
  readonly reason: string;
}

/** Whether a document is looked at at all; what it says is another question. */
export function isLookedAt({settings, path, forced}: Circumstances): boolean {
  return forced === true || (settings.enable && path !== 'excluded');
}

function* choose(
  text: string,
  circumstances: Circumstances,
  previous?: Reading | ReadAhead,
): Steps<Choice | undefined> {
  const {forced} = circumstances;
  if (!isLookedAt(circumstances)) return undefined;
  const first = read(text, circumstances.template?.template ?? defaultTemplate(), previous);
  yield;
  if (!forced && !isPostmortem(first, circumstances)) return undefined;
  yield;
  const {template, reason} = chooseTemplate(first, circumstances);
  yield;
  const reading = template === first.template ? first : read(text, template, first);
  return {reading, template, reason};
}

/**
 * Front matter decides, else the path, but for a guide on writing postmortems; else the content. Of a merge conflict one side is
 * enough.
 */
function isPostmortem(reading: Reading, circumstances: Circumstances): boolean {
  const versions = versionsOf(reading);
  if (versions.length > 0) return versions.some(text => isPostmortem(read(text, reading.template), circumstances));
  const said = saidByFrontMatter(reading.frontMatter, circumstances);
  return said ?? (isExpected(reading, circumstances) || tellsOfAnIncident(reading));
}

/** Does its path suffice: it lies where postmortems lie, and is none of the other texts that lie there? */
function isExpected(reading: Reading, {path}: Circumstances): boolean {
  if (path !== 'postmortem' && path !== 'overview') return false;
  if (path === 'overview' && !isBegun(reading)) return false;
  return !isTitledGuide(reading) && !teaches(reading) && !listsOthers(reading);
}

/** Both versions of a document with merge conflicts, each without a mark of them. */
function versionsOf({text, conflicts}: Reading): string[] {
  if (conflicts.length === 0) return [];
  return (['ours', 'theirs'] as const).map(side =>
    applyEdits(
      text,
      conflicts.map(({start, end, [side]: kept}) => ({start, end, text: text.slice(kept.start, kept.end)})),
    ),
  );
}

/** Keys in which sites and wikis keep what a page is. */
const kindKeys = ['type', 'kind', 'layout', 'category', 'categories', 'tags'];
const kinds = /^(?:incident[ -]?)?(?:post[ -]?mortem|incident[ -](?:report|review))s?$/i;

function saidByFrontMatter(frontMatter: FrontMatter | undefined, circumstances: Circumstances): boolean | undefined {
  const data = frontMatter?.data ?? {};
  if (typeof data['postmortem'] === 'boolean') return data['postmortem'];
  const named = kindKeys.flatMap(key => data[key]).some(value => typeof value === 'string' && kinds.test(value.trim()));
  return named || templateNamed(frontMatter, circumstances) ? true : undefined;
}

function templateNamed(frontMatter: FrontMatter | undefined, {templates}: Circumstances): Template | undefined {
  const name = declaredTemplate(frontMatter);
  const own = templates?.find(each => each.name === name);
  return own?.template ?? (name === undefined ? undefined : builtInTemplate(name));
}

/** Front matter decides, else the settings, else the sections; the command line decides over all of them. */
function chooseTemplate(reading: Reading, circumstances: Circumstances): {template: Template; reason: string} {
  const {template, forced} = circumstances;
  const named = forced && template ? undefined : templateNamed(reading.frontMatter, circumstances);
  if (named) return {template: named, reason: 'set in the front matter'};
  if (template) return {template: template.template, reason: `set in ${template.source}`};
  const recognised = builtInRecogniser().recognise(reading);
  if (recognised) return {template: recognised, reason: 'recognised by its sections'};
  return {template: defaultTemplate(), reason: 'the default'};
}
