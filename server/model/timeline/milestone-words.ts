import type {Span} from '../text.ts';
import {isDigit, isLetter} from '../time/chars.ts';
import {type MilestoneName, milestoneNames, phrases} from './milestone-phrases.ts';

const labels: readonly (readonly [RegExp, MilestoneName])[] = [
  [/^(?:end of (?:the )?(?:outage|incident|impact)|(?:outage|incident|impact) (?:ends?|ended|over))$/, 'resolved'],
  [
    /^(?:start of (?:the )?(?:outage|incident|impact)|(?:outage|incident|impact|fault) (?:starts?|started|begins?|began|occurs|occurred)|began|started|start|onset)$/,
    'began',
  ],
  [
    /^(?:(?:issue |incident |fault |first |problem )?detect(?:ed|ion)|(?:issue |first )?reported|alert(?:ed)?)$/,
    'detected',
  ],
  [/^(?:acknowledged?|acknowledgement|ack|incident declared|declared|team aware|first response)$/, 'acknowledged'],
  [/^(?:incident |issue )?escalat(?:ed|ion)$/, 'escalated'],
  [
    /^(?:incident |issue )?(?:mitigated?|mitigation|repaired|repaired declared|workaround|temporary fix|stabili[sz]ed)$/,
    'mitigated',
  ],
  [
    /^(?:incident |issue |problem |service )?(?:resolved|resolution|resolution confirmed|restored|recovered|recovery|closed|all clear|fixed|all good(?: again)?)$/,
    'resolved',
  ],
];

/** The milestone that a label of a few words names: `Issue Detected`, `START OF OUTAGE`, `Resolution`. */
export function classifyLabel(label: string): MilestoneName | undefined {
  const words = label
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .trim()
    .replace(/ {2,}/g, ' ');
  return labels.find(([pattern]) => pattern.test(words))?.[1];
}

/** Phrases by the first three characters of their first word. */
const byBeginning = new Map<number, {readonly name: MilestoneName; readonly phrase: string}[]>();
for (const name of milestoneNames) {
  for (const phrase of phrases[name]) {
    const beginning = threeCharacters(phrase, 0);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), {name, phrase}]);
  }
}

/** A number for them: to cut them out of a text takes longer. */
function threeCharacters(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) ^ (text.charCodeAt(at + 1) << 8) ^ text.charCodeAt(at + 2);
}

const none: readonly {readonly name: MilestoneName; readonly phrase: string}[] = [];

const hyphen = 45;

/** How much of a text is searched for milestones, in UTF-16 units. */
export const longestSearched = 600;

/** Milestones that the words of a span tell of, the first words of each. Linear in its length. */
export function findWords(prose: string, span: Span): {name: MilestoneName; span: Span}[] {
  const lower = prose.slice(span.start, Math.min(span.end, span.start + longestSearched)).toLowerCase();
  const found = new Map<MilestoneName, Span>();
  const undetected = new Set<string>();
  let isInside = false;
  for (let at = 0; at < lower.length; at++) {
    const isBeginning = !isInside;
    isInside = isLetter(lower, at) || isDigit(lower, at) || lower.charCodeAt(at) === hyphen;
    const candidates = isBeginning && isInside ? byBeginning.get(threeCharacters(lower, at)) : undefined;
    for (const {name, phrase} of candidates ?? none) {
      if (found.has(name) || !lower.startsWith(phrase, at) || undetected.has(phrase)) continue;
      if (isUndone(lower.slice(Math.max(0, at - 40), at).trimEnd())) {
        // "No alert fired: the alert looks at …" goes on about an alert that there was not.
        if (name === 'detected') undetected.add(phrase);
        continue;
      }
      if (name === 'acknowledged' && declaredOver.test(lower.slice(at, at + 60))) continue;
      let end = at + phrase.length;
      while (isLetter(lower, end)) end++;
      found.set(name, {start: span.start + at, end: span.start + end});
    }
  }
  const hints: {name: MilestoneName; span: Span}[] = [];
  for (const [name, place] of found) hints.push({name, span: place});
  return hints;
}

/** "did not resolve", "yet to be mitigated", "no alert", "partially restored", "should have alerted", "before we escalated". */
function isUndone(before: string): boolean {
  return undone.test(before.replace(confirmed, ''));
}

const undone =
  /(?:n't|\b(?:not|never|nobody|no one|none|no|no longer|stop(?:ped|s)|without|yet to|unable to|failed to|fails to|attempts? to|attempted to|tried to|try to|trying to|partially|gradually|partly|will|would|could|should|must|to|until|before))(?: (?:be|been|have|has|fully|any|the|an?|was|were|yet|it))*$/;

/** "Incident declared resolved", "declares the incident over": the end of it. */
const declaredOver =
  /^(?:incident )?declare[ds]? ?(?:an incident|the incident)?(?: (?:as|to be|to have been))? ?(?:resolved|over|closed|mitigated|fixed)/;

/** "was confirmed to be fully operational": no intention. */
const confirmed = / (?:confirmed|verified|found|reported|declared) to (?:be|have been)(?: (?:fully|now|again))*$/;
