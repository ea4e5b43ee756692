import type {Span} from '../text.ts';
import {isDigit, isLetter} from '../time/chars.ts';

export const milestoneNames = ['began', 'detected', 'acknowledged', 'escalated', 'mitigated', 'resolved'] as const;
export type MilestoneName = (typeof milestoneNames)[number];

/** Beginnings of words: `alert` finds "alerted" and "alerts". */
const phrases: Readonly<Record<MilestoneName, readonly string[]>> = {
  began: [
    'outage begins',
    'outage began',
    'outage start',
    'start of outage',
    'start of the outage',
    'incident begins',
    'incident began',
    'incident starts',
    'start of impact',
    'impact begins',
    'impact began',
    'impact start',
    'degradation begins',
    'degradation began',
    'errors begin',
    'errors began',
    'errors start',
    'fault occurs',
    'failures begin',
    'failures began',
    'begin failing',
    'began failing',
    'starts failing',
    'started failing',
    'went down',
    'goes down',
    'crashed',
  ],
  detected: [
    'detect',
    'alert',
    'paged',
    'pager',
    'alarm',
    'first report',
    'reported',
    'reports',
    'noticed',
    'notices',
    'discovered that',
    'observed',
    'observes',
    'complain',
    'users report',
    'user report',
    'customers report',
    'customer report',
    'clients report',
    'reporting an issue',
    'reporting issues',
    'reporting a problem',
    'reporting problems',
    'reporting error',
    'reporting that',
    'first ticket',
  ],
  acknowledged: [
    'acknowledg',
    'incident declared',
    'declared an incident',
    'declares an incident',
    'began investigat',
    'begins investigat',
    'began initial investigat',
    'begins initial investigat',
    'started investigat',
    'starts investigat',
    'start investigat',
    'initiated investigat',
    'initiated an investigat',
    'initial investigation',
    'investigation start',
    'investigation began',
    'investigation begins',
    'began looking',
    'looking into',
    'looked into',
    'on-call engineer confirm',
    'on-call engineer start',
    'on-call engineer initiat',
    'first response',
    'team aware',
  ],
  escalated: [
    'escalated',
    'escalates',
    'escalation',
    'escalate to',
    'escalate the',
    'escalate this',
    'escalating to',
    'escalating the',
    'escalating this',
    'handed over',
    'handed to',
    'hands over',
    'passed to',
    'passed on to',
    'brought in',
    'brings in',
    'pulled in',
    'pulls in',
    'looped in',
    'loops in',
    'called in',
    'calls in',
  ],
  mitigated: [
    'mitigat',
    'rolled back',
    'rolls back',
    'rollback complete',
    'reverted',
    'reverts',
    'workaround',
    'work-around',
    'temporary fix',
    'failed over',
    'fails over',
    'failover complete',
    'fix applied',
    'fix deployed',
    'fix was deployed',
    'deployed a fix',
    'deploys a fix',
    'hotfix',
    'repaired',
    'corrected',
    'outage ends',
    'impact ends',
    'impact ended',
  ],
  resolved: [
    'resolved',
    'restored',
    'back online',
    'back to normal',
    'back up',
    'fully operational',
    'fully functional',
    'fully recovered',
    'all clear',
    'incident closed',
    'incident is closed',
    'end of outage',
    'end of the outage',
    'normal operation',
    'operating normally',
    'running normally',
    'running properly',
    'running smoothly',
    'working normally',
    'working properly',
    'function normally',
    'functions normally',
    'functioning normally',
    'loading normally',
    'loading properly',
    'recovered',
    'recovers',
    'restoration',
    'accessible again',
    'available again',
    'working again',
    'resolving the issue',
    'resolution confirmed',
    'resolution was confirmed',
    'resolution achieved',
    'confirm the resolution',
    'confirmed the resolution',
    'confirming the resolution',
    'confirms the resolution',
    'solved',
    'back to life',
    '100% back',
    'cleared the incident',
    'incident cleared',
    'incident over',
  ],
};

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
    /^(?:incident |issue |service )?(?:resolved|resolution|resolution confirmed|restored|recovered|recovery|closed|all clear)$/,
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
  let isInside = false;
  for (let at = 0; at < lower.length; at++) {
    const isBeginning = !isInside;
    isInside = isLetter(lower, at) || isDigit(lower, at) || lower.charCodeAt(at) === hyphen;
    const candidates = isBeginning && isInside ? byBeginning.get(threeCharacters(lower, at)) : undefined;
    for (const {name, phrase} of candidates ?? none) {
      if (found.has(name) || !lower.startsWith(phrase, at) || isUndone(lower.slice(Math.max(0, at - 40), at).trimEnd()))
        continue;
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

/** "was confirmed to be fully operational": no intention. */
const confirmed = / (?:confirmed|verified|found|reported|declared) to (?:be|have been)(?: (?:fully|now|again))*$/;
