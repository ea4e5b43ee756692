import type {Reading} from './reading.ts';

/** What a first title calls an incident that took place, or the report on it. */
const incidentTitle =
  /\b(?:post[ -]?mortem|incident(?!-| (?:management|response|handling|command|tracker|tracking|manager|bot|logs?|history|index|list))|outage|downtime|root cause analysis|correction of errors?)\b|^\W{0,3}(?:rca|coe)\b/i;

/** A first title that tells of reports, or of what to do, and not of one incident. */
const guideTitle =
  /\b(?:post[ -]?mortem|incident|outage|review|response|report|rca|analysis|management|escalation|on-?call)s?[ -](?:\w+ )?(?:templates?|runbook|playbook|polic(?:y|ies)|process(?:es)?|procedures?|guide(?:s|lines?)?|checklist|examples?)\b|\b(?:runbook|playbook|template)s?\W{0,3}$|^\W{0,3}how (?:we|to|do)\b|\bhow (?:we|to) (?:run|write|hold|conduct)\b|\b(?:templates?|examples?|guide(?:lines)?|polic(?:y|ies)|process|procedure) (?:for|of|to|on) (?:an? |our |the )?(?:post[ -]?mortem|incident|outage|root cause)/im;

/** What is left to fill in: `{{ date }}`, `{title}`, `[Brief description]`, `YYYY-MM-DD`. */
const gap = /\{\{?[^{}]{1,60}\}|\bYYYY\b|\[[^[\]]{0,40}\b(?:title|name|description|date)\]/i;

/** Does its first title speak of one incident? */
export function isTitledIncident(reading: Reading): boolean {
  return incidentTitle.test(firstTitle(reading));
}

/** Does its first title say that it is a template, a runbook or a guide? */
export function isTitledGuide(reading: Reading): boolean {
  return guideTitle.test(firstTitle(reading));
}

/** Has nobody filled in its first title? */
export function isTitledWithGaps(reading: Reading): boolean {
  return gap.test(firstTitle(reading));
}

/** Of titles no more is looked at, in UTF-16 units. */
const longestTitle = 300;

/** That of the front matter, and the heading that the document begins with. */
function firstTitle({frontMatter, headings: [first], prose}: Reading): string {
  const named = frontMatter?.data['title'];
  const isFirst = first && prose.slice(frontMatter?.end ?? 0, first.start).trim() === '';
  return [typeof named === 'string' ? named : '', isFirst ? first.text : ''].join('\n').slice(0, longestTitle);
}
