import {lexicon} from '../classes.ts';
import type {Hit} from '../hits.ts';
import {type Kind, type Question, tokenOf} from '../question.ts';
import {rememberedByTelling} from '../telling.ts';

export const misleadingPaths: Kind = {
  summary: 'A path that turned out wrong: said so, or a suspicion that the cause does not bear out.',
  phrases: [
    'misleading|misleadingly|misled|mislead|misdirected|misdiagnosed|misdiagnosis|misinterpreted|misattributed|misconceived|misguided|misidentified|misjudged|sidetracked|distracted|distraction|distractions',
    'red herring|herrings',
    'false lead|leads|trail|trails|alarm|assumption|assumptions|start|starts|positive|positives|path|paths|hypothesis|clue|clues|flag|hope|track',
    'wrong path|paths|track|tracks|direction|place|area|component|thing|end|suspect|lead|leads|assumption|assumptions|turn|turns|tree|hypothesis|conclusion|diagnosis|suspicion|approach',
    'dead end|ends',
    'goose chase',
    'rabbit hole|holes|trail',
    'barking up',
    'blind alley',
    'cold trail',
    '~rule out',
    'ruled|ruling ...4 out',
    '~eliminate|~dismiss|~discard|~discount|~exclude|~reject as|this|that|the|possibility|hypothesis|it',
    'turned|turns|turn out not|incorrect|wrong|false|fine|unrelated|normal|irrelevant',
    'turned|turns|turn out to be ...2 incorrect|wrong|false|fine|unrelated|normal|irrelevant|unfounded|misleading|healthy|dead|something',
    'proved|proven|proves to? be? ...1 incorrect|wrong|false|unrelated|fruitless|unfounded|unsuccessful|ineffective|futile|irrelevant|inaccurate|unproductive|useless',
    'in vain',
    'mistakenly|incorrectly|wrongly|wrongfully|erroneously|falsely|mistaken <suspect>',
    '<suspect> ...3 wrong|incorrect|false|mistaken|incorrectly|mistakenly|wrongly',
    'initially|originally|first|early|initial|preliminary ...2 <suspect>',
    '<suspect> ...2 initially|originally|first',
    'astray',
    'contrary to',
    'misleading|wrong|false ...3 :',
  ],
  negations: [
    'the|a|this suspected|presumed|supposed',
    'think of yourself|it|this|us|me',
    '~prevent|~avoid|~reduce|~minimize ...4 misleading|misdiagnosis|false|wrong',
    'will|should|would not ...2 ~help|~work|~affect',
    '~provide|~return|~give|~display|~cause ...2 false|wrong',
    'schema|format|data|config|configuration|file|url|payload|query|response|structure|code|command|line|output|object|row|record|entry ...4 ~look like',
    '~look like :',
    'the|of|a|any|our|was|were|is|are|be|been persisted',
    'no further|more|new|longer|additional ...3 <fault>',
    '~make|~be sure it|that|everything',
    '~verify|~ensure ...3 no ...3 <fault>',
  ],
  hints: [
    'same result|results|outcome|effect|problem|issue|symptom|symptoms',
    'no result|results|change|effect|difference|luck',
    '^still',
    'but|however|yet|though ...5 ok|okay|fine|good|normal|healthy|working|alright|correct|intact|clean',
    'was|were|is not it|that|this|them|enough|better',
    "wasn't|isn't it|that|enough",
    'not ~get|~become better|faster',
    'not ...1 better|fixed|solved|gone',
    '~change|~bring|~help nothing',
    'otherwise|nope|wrongly|alas',
    'go|goes|went on',
    'was|were|is|are not|never ...1 root? cause|causes|culprit|issue|problem|source|reason|responsible|related|fault',
    "wasn't|weren't|isn't ...1 root? cause|culprit|issue|problem|source|reason|responsible|related|fault",
    'unrelated|irrelevant to',
    'no avail|luck|success|effect|improvement|use',
    'without any? success|luck|effect|improvement|change',
    'did|does|do not ...2 help|fix|solve|resolve|improve|yield|alleviate|reveal|explain|solved|resolved|address',
    "didn't|doesn't|don't ...2 help|fix|solve|resolve|improve|yield|alleviate|reveal|explain|address",
    'failed|fails|failing to ...1 resolve|fix|help|solve|improve|yield|reveal|alleviate|address',
    'fruitless|unsuccessful|unsuccessfully|ineffective|futile|inconclusive|unproductive|disappointed|unfounded|disproved|disproven|debunked|refuted',
    'mistook|mistaken|mistaking ...4 for',
    'initial|first|early|preliminary diagnosis|theory|guess|thought|impression|conclusion|focus|suspect|attempt|attempts',
    'but|yet|however|though ...4 still|remained|continued|persisted',
    '<anomaly> remained|remains|remain|continued|continues|continue|recurred|returned|recur',
    'still ...1 down|failing|unavailable|broken|present|there|occurring|happening|slow|unreachable|inaccessible|unresponsive|unresolved',
    '^still the|no|not',
    'persisted|persists|persisting|persist',
    'but|yet|however|though ...3 <nothing> ...3 <fault>',
    '~investigate|~check|~review|~examine|~inspect|~analyze|~analyse|~search|~look|~explore ...8 <nothing> ...3 <fault>',
    '~find|~reveal|~show|~yield|~report|~uncover|~give|~turn|~provide|~detect|~identify|~confirm|~see up? ...1 no|nothing ...6 <fault>',
    '~find|~change|~reveal|~show nothing',
    'nothing unusual|wrong|suspicious|abnormal|useful|conclusive|changed|helped|worked',
    'no ...3 <fault> was|were ...1 found|detected|identified|discovered|observed|uncovered|present|evident',
    'looked|appeared|seemed ...2 fine|normal|healthy|okay|ok|stable|good',
    'waste|wasted|wasting|lost ...1 time|hours|minutes',
    'time|hours|minutes ...2 wasted|lost',
    'was|were|be|is|proved|found|completely|entirely unrelated|irrelevant',
    '<suspect>',
    '~look|~seem like|as',
  ],
  find: question => {
    let told: {readonly words: ReadonlySet<string> | undefined} | undefined;
    const wasInVain = (hit: Hit) => {
      told ??= {words: causeWords(question)};
      return isInVain(hit, told.words);
    };
    return question.own() ?? question.hinted(hit => !isSuspicion(hit) || wasInVain(hit)) ?? question.anywhere();
  },
};

const plain = new Set(
  `the was and for has had are our not but its his her been issue issues problem problems error errors cause caused causing root potential possible possibly might maybe could have been because due with from that this
  server servers service services website site application outage incident related some there their they which into being were would initial initially likely
  first further team engineer engineers investigation performance high increased increase sudden recent system systems`.split(
    /\s+/,
  ),
);

const suspect = lexicon.id('suspect');
const suspicious = new Set(['like', 'as']);

function isSuspicion(hit: Hit): boolean {
  const {first, last, statement} = hit;
  const classes = statement.telling.classes[first];
  const isWord = classes?.some(({class: id, length}) => id === suspect && first + length === last) === true;
  return isWord || suspicious.has(tokenOf(hit, last - 1)?.word ?? '');
}

/** How many tokens behind a suspicion say what was suspected. */
const SUSPECTED = 10;

const passive = new Set(['was', 'were', 'is', 'been', 'being']);

/** "The network was suspected": what is suspected stands before. */
function isPassive(hit: Hit): boolean {
  return (
    passive.has(tokenOf(hit, hit.first - 1)?.word ?? '') && /(?:ed|ght|med)$/.test(tokenOf(hit, hit.first)?.word ?? '')
  );
}

/** Is what was suspected something else than the cause that the document tells? */
function isInVain(hit: Hit, told: ReadonlySet<string> | undefined): boolean {
  if (!told) return true;
  const {first, last} = hit.statement.own;
  const before = isPassive(hit) ? stemsBetween(hit, first, hit.first - 1) : new Set<string>();
  const suspected = before.size > 0 ? before : stemsBetween(hit, hit.last, Math.min(last, hit.last + SUSPECTED));
  let confirmed = 0;
  for (const word of suspected) if (told.has(word)) confirmed++;
  return suspected.size > 0 && confirmed * 3 <= suspected.size * 2;
}

function stemsBetween(hit: Hit, from: number, to: number): ReadonlySet<string> {
  const stems = new Set<string>();
  for (let at = from; at < to; at++) addStem(stems, tokenOf(hit, at)?.word ?? '');
  return stems;
}

/** Words of the sections that tell of the cause, cut to their beginnings; nothing, where these say nothing. */
function causeWords({statements}: Question): ReadonlySet<string> | undefined {
  const {sections, template} = statements.reading;
  const asked = template.requirements.filter(({evidence}) => evidence === 'cause').map(({section}) => section);
  const spans = statements.places.where(place => asked.includes(sections[place]?.spec.id ?? ''));
  let words: Set<string> | undefined;
  for (const {telling, index} of statements.in(spans)) {
    words ??= new Set();
    for (const word of stemsIn(telling)[index] ?? []) words.add(word);
  }
  return words;
}

/** By sentence. */
const stemsIn = rememberedByTelling(({sentences, tokens}) =>
  sentences.map(({first, last}) => {
    const stems = new Set<string>();
    for (let at = first; at < last; at++) addStem(stems, tokens[at]?.word ?? '');
    return stems;
  }),
);

const STEM = 6;

/** The beginning of a word that says something, so that "configuration" and "configured" agree. */
function addStem(stems: Set<string>, word: string): void {
  if (word.length > 2 && !plain.has(word)) stems.add(word.slice(0, STEM));
}
