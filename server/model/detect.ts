import {isTitledGuide, isTitledIncident, isTitledWithGaps} from './first-title.ts';
import {rememberedByLine} from './markdown/line-memory.ts';
import type {Line, Reading} from './reading.ts';

/** Words that tell of one incident that took place; each counts once. */
const incidentWords = wordList(`
  outage outages incident incidents downtime postmortem post-mortem unavailable unavailability inaccessible unreachable unresponsive
  degraded degradation disruption disrupted crash crashed crashing crashes stopped halted failure failures failed timeouts down offline
  escalated escalation on-call paged alerted alert alerts rollback misconfiguration misconfigured typo 500 502 503 504
  affected impacted restored mitigated resolved detected investigated recovered rebooted restarted reverted`);

/** Sentences about writing postmortems: an assignment, a guide, a template. */
const lessons =
  /\b(?:must (?:contain|include|have)|should (?:include|contain|describe|provide)|write (?:an?|your|the) (?:post-?mortem|incident report)|how (?:to|we) (?:write|run)|this (?:guide|template)|this (?:section|part) (?:outlines|describes|details|explains|lists|covers|provides|summari[sz]es|might|may|can)|the (?:goal|purpose|aim) of (?:a|the|this) (?:post-?mortem|document|project|repository)|a post-?mortem (?:is|,)|the post-?mortem process|this project (?:revolves|aims|involves|requires|covers)|as part of (?:the|this|a) (?:project|assignment|course)|writing (?:a|an|good|effective)|most of you|for this project|read or watch|learning objectives|your (?:peers|task|team|postmortem|incident)|(?:conducting|participating in) (?:(?:a|thorough|regular) )?post-?mortems?|an engineer noticed something|parts of the system were investigated|how many % of the users|which team\/individuals|specific, like a todo|keep it short, 1 or 2 sentences)\b|\b(?:what|why|how|when|who)\b[^.?!\r\n]{0,40}\bpost-?mortems?\?|\[(?:describe|description of|identify|list of|detailed explanation|insert|specific tasks?|how the)\b[^\]\r\n]{0,100}\]/gi;

/** Guidance is in the imperative. What a report has is listed and stated by its authors alone, in lists as well. */
const guidance =
  /(?:(?:^|[.:])\s{0,6}|[-*~]\s{1,3})(?:(?:write|describe|explain|summari[sz]e|outline) (?:the|a|an|what|how|when|which|who|why|one|two|each|every|in|briefly)|(?:list|state|give|mention|note) (?:the |an? )?(?:duration|time ?zones?|impact|timeline|root cause|detailed explanation|actions? taken))\b/gi;

/** Tasks begin with these verbs, too: they are guidance only outside of lists. */
const guidingParagraph =
  /^\s{0,6}(?:provide|list|detail|highlight|document) (?:the|a|an|any|all|each|every|key|your|what|how|when|which|who|why)\b/i;

/** What a section is, in place of what it says: "A brief overview of the incident, including …" */
const promise =
  /^\s{0,6}an? (?:brief|short|concise|clear|detailed|chronological|comprehensive|high-level) (?:overview|summary|description|account|explanation|analysis|list|record) of (?:the|what|how|why|all|each|key|events)\b/i;

/** What ordinary READMEs and changelogs speak of; each counts once. */
const manual =
  /\b(?:npm (?:install|i|run)|pip install|usage|changelog|installation|install|getting started|contributing|options|examples?|api|you can|you will|you need|we recommend|breaking changes?|patch changes|minor changes|features?|license|deprecated|parameters?|returns?)\b/gi;

const clockTime = /\b(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[ap]m)?\b|\b(?:1[0-2]|0?\d)\s?[ap]\.?m\b/gi;
const date =
  /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{1,2})\b/i;
const past =
  /\b(?:(?:was|were|went|became|got) (?:\w+ )?(?:down|unavailable|inaccessible|unreachable|unresponsive|affected|impacted|unable|caused|detected|identified|discovered|escalated|restored|resolved|fixed|rolled|reported|notified|alerted|paged|triggered|restarted|slow|offline|due|found|misconfigured|initiated|returning|not)|experienced|occurred|root cause (?:was|of)|led to|resulted in|began|noticed|received|crashed|started|caused by|investigated|reverted|deployed|stopped (?:working|responding|producing)|had (?:to|problems|issues)|(?:was|were) (?:really )?dead|revealed that)\b/gi;

const title =
  /\b(?:post[ -]?mortem|incident (?:report|review|summary)|outage (?:report|summary)|root cause analysis|correction of errors?)\b/i;

/** How those begin that have no title. */
const saysWhen = /\bthe (?:outage|incident|downtime) (?:occurr?ed|started|began|happened|lasted|took place)\b/i;

/** Fields and headings that reports on incidents have, under any template. */
const fields =
  /^(?:impact|duration|detection|detected|escalation|recovery|resolution|root causes?|timeline|lessons? learn(?:ed|t)|action items?|what went (?:well|wrong|badly)|mitigation|follow[- ]?ups?|contributing factors?|key events|first detected|incident declared|time to (?:repair|resolve|detect|mitigate|recovery)|identified|repaired|resolved|(?:start|end) time|review actions?|where we got lucky|trigger|affected users|what happened|summary|responders|status)\b(?=.{0,30}$|[^.]{0,20}:)/i;

/**
 * Judges by content alone whether a text tells of one incident, as against a guide, an assignment, a changelog or any other README:
 * it names sections or fields of a report, says when things happened and in the past tense, and does not teach.
 */
export function tellsOfAnIncident(reading: Reading): boolean {
  if (reading.words.total < 40) return hasOwnTitles(reading) && !isTitledGuide(reading);
  const taught = taughtBy(reading);
  const {times, told, incident, dated} = toldBy(reading);
  if (isLesson(reading, taught, {times, told})) return false;
  const isForm = isTitledGuide(reading) || isTitledWithGaps(reading);
  if (isForm && !(dated && times > 0 && told > 2)) return false;
  const isTitled = isTitledIncident(reading);
  const fields = namedFields(reading);
  if (isTitled && fields >= 3 && (told > 0 || times > 0 || dated)) return true;
  const beginning = head(reading);
  const isCalledOne = title.test(beginning) || saysWhen.test(beginning) || isTitled;
  const named = Math.max(weighSections(reading), 0.7 * fields) + (isCalledOne ? 2 : 0);
  // A tool may be called so, too.
  const isOnlyCalledOne = isCalledOne && named === 2;
  if (named < 2 || (isOnlyCalledOne && taught > told + times)) return false;
  const points =
    named + (times > 0 || dated ? 2 : 0) + Math.min(times, 4) / 2 + Math.min(told, 8) / 2 + Math.min(incident, 6) / 2;
  const structured = weighSections(reading) >= 3.5;
  if (structured && taught === 0 && told > 0) return true;
  if (points < 8) return false;
  if (structured) return told + times >= 1;
  return incident >= 2 && told + times >= (isTitled && dated ? 2 : 3);
}

/** Are most of the template's own titles there, as headings? Then someone has begun to write, though it does not tell of anything yet. */
function hasOwnTitles({sections}: Reading): boolean {
  const own = sections.filter(({titles}) => titles.some(({real, match}) => real && match === 'title'));
  return own.length >= 3 && own.length * 2 > sections.length;
}

/** A guide, an assignment or a manual: it speaks of how things are done far more than of what has happened. */
export function teaches(reading: Reading): boolean {
  const taught = taughtBy(reading);
  return taught > fewestLessons && isLesson(reading, taught, toldBy(reading));
}

/** Has it begun to tell of one incident: a section, or a first title that speaks of it? */
export function isBegun(reading: Reading): boolean {
  return hasSections(reading) || isTitledIncident(reading);
}

/** Does anything but the document's own title name a section? */
function hasSections({sections, headings: [first]}: Reading): boolean {
  return sections.some(({titles}) => titles.some(({line, level}) => level !== 1 || line !== first?.line));
}

/** A page of links to postmortems, or of one link to where the postmortem is. */
export function listsOthers(reading: Reading): boolean {
  if (hasSections(reading)) return false;
  const filled = reading.lines.filter(line => line.content.end > line.content.start && line.level === 0);
  const links = filled.filter(({start, end}) =>
    /\]\([^)\s]|https?:\/\//.test(reading.text.slice(start, Math.min(end, start + 500))),
  );
  return (
    links.length > 0 &&
    links.length * 2 >= filled.filter(({item}) => item || filled.length < 6).length &&
    reading.words.total < 40 * links.length
  );
}

/** How far from the beginning a document is weighed, in UTF-16 units. */
const longest = 60_000;

/** How much a document teaches. */
function taughtBy(reading: Reading): number {
  let [taught, guided] = [0, 0];
  const manuals = new Set<string>();
  for (const line of weighedLines(reading)) {
    const lesson = lessonOf(reading, line);
    taught += lesson.lessons;
    guided += lesson.guidance;
    for (const each of lesson.manual) manuals.add(each);
  }
  return 3 * (Math.min(taught, 20) + Math.min(guided, 20)) + manuals.size;
}

interface Story {
  readonly times: number;
  readonly told: number;
  /** How many words tell of an incident. */
  readonly incident: number;
  readonly dated: boolean;
}

/** How much a document tells. */
function toldBy(reading: Reading): Story {
  let [times, told, dated] = [0, 0, false];
  const incidents = new Set<string>();
  for (const line of weighedLines(reading)) {
    const story = storyOf(reading, line);
    times += story.times;
    told += story.told;
    dated ||= story.dated;
    for (const each of story.incident) incidents.add(each);
  }
  return {times: Math.min(times, 8), told: Math.min(told, 40), incident: incidents.size, dated};
}

function* weighedLines({lines}: Reading): Generator<Line> {
  for (const line of lines) {
    if (line.start >= longest) return;
    if (line.words.length > 0) yield line;
  }
}

const lessonOf = rememberedByLine(({prose, line}) => ({
  lessons: matches(prose, lessons).length,
  guidance:
    matches(prose, guidance).length +
    (line.kind === 'text' && !line.item && (guidingParagraph.test(prose) || promise.test(prose)) ? 1 : 0),
  manual: matches(prose, manual),
}));

const storyOf = rememberedByLine(({prose}) => ({
  times: matches(prose, clockTime).length,
  told: matches(prose, past).length,
  incident: matches(prose, word).filter(each => incidentWords.has(each)),
  dated: date.test(prose),
}));

const word = /[a-z][a-z-]+|\b50[0-4]\b/gi;

/** In lower case. */
function matches(prose: string, pattern: RegExp): string[] {
  return prose.match(pattern)?.map(match => match.toLowerCase()) ?? [];
}

/** A document that teaches no more than this tells of something, however little. */
const fewestLessons = 6;

/** Who tells so much has pasted the task above the report, unless it is an example. */
const tellsAnyway = {times: 4, told: 12};
const example = /^\W*(?:an? )?(?:examples?|samples?)\b|\bexample postmortem\b/i;

function isLesson({headings}: Reading, taught: number, {times, told}: Pick<Story, 'times' | 'told'>): boolean {
  if (taught <= told + times + fewestLessons) return false;
  const tells = times >= tellsAnyway.times && told >= tellsAnyway.told;
  return !tells || headings.some(({text}) => example.test(text));
}

const weight = {timeline: 1.5, actions: 1, prose: 1};

function weighSections(reading: Reading): number {
  const found = reading.sections.filter(section => section.status === 'present' || section.status === 'unmarked');
  return found.reduce((sum, section) => sum + weight[section.spec.kind], 0);
}

function namedFields(reading: Reading): number {
  const seen = new Set<string>();
  for (const line of reading.lines) {
    if (line.words.length === 0 || seen.size > 6) continue;
    const start = line.lead?.start ?? line.content.start;
    const found = fields.exec(reading.prose.slice(start, Math.min(line.end, start + 60)))?.[0];
    if (found) seen.add(found.toLowerCase());
  }
  return seen.size;
}

/** The document's first lines that say anything. */
function head(reading: Reading): string {
  const filled = reading.lines.filter(line => line.words.length > 0).slice(0, 3);
  return filled.map(line => reading.prose.slice(line.start, Math.min(line.end, line.start + 200))).join('\n');
}

function wordList(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
