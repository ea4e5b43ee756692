import type {PhraseHit} from '../phrases.ts';
import type {Kind, Question} from '../question.ts';

/** Ways of naming a cause. */
export const causes: readonly string[] = [
  '^the? root? cause|causes|reason|culprit :',
  '^what ...4 cause|caused|wrong ...4 :',
  '^why ...4 :',
  'root cause|causes|reason',
  'main|primary|underlying|actual|real|major|direct|immediate|ultimate|likely|probable|exact|initial cause|causes|reason|reasons|culprit|problem|trigger',
  'cause of|was|is|behind|being|for|came|appears|turned|~determine',
  'caused|triggered|provoked|induced|precipitated|introduced|brought by|about|on|when|due|because|as',
  'due|owing|thanks|attributed|attributable|traced|tracked|linked|boiled|pinned to|back|down',
  'because',
  'since|as we|it|they|there',
  'on account of',
  'as a? result|consequence of',
  '~result|~stem|~arise|~originate|~derive|arose|came|~come|~emanate|~spring from|out',
  'reason for|why|was|is|behind',
  'culprit|culprits|offender|to blame|at fault|fault of|responsible for',
  'at the heart of',
  'contributing factor|factors|cause|causes',
  '<defect> ... ~cause|~trigger|~make|~prevent|~break|~crash|~overload|~overwhelm|~exhaust|~block|~render|~force|~bring|~create|~disrupt|~stop|~kill|~throw|~affect|~impact|~corrupt|~disable|~delete|~lock|~take',
  '<defect> ... ~lead|~result|~give|~contribute|~culminate in|to|rise|down',
  '~find|~discover|~determine|~identify|~reveal|~trace|turned out|~notice|~realize ...4 <defect>',
  '<defect> was|were found|discovered|identified|introduced|deployed|pushed|made|detected|responsible|behind',
  'after|following a|an|the|our ...3 <defect>|<change>',
  'issue|problem|error|outage|incident|failure|bug|fault was|is|lies|lay a|an|in|with|that|the ...3 <defect>',
];

export const notCauses: readonly string[] = [
  'due to|because of|as a result of|caused by|owing to the|this|these|those|that|its <outage>|error|errors|issue|problem|bug?',
  '<outage> ...2 caused|led|resulted|resulting|causing|leading ...3 <symptom>|lost|frustration|significant|inconvenience',
  '~investigate|~determine|~find|~identify|unknown|unclear|~establish|~search ...3 root? cause ...2 unknown|pending|yet|still|under',
  'root? cause ...3 unknown|unclear|undetermined|pending|not ...2 known|identified|determined',
  'root? cause ...2 under|being investigation|investigated',
];

const ENOUGH_WORDS = 8;

export const cause: Kind = {
  summary:
    'What caused it, told in the section in at least a sentence; else told elsewhere than in the opening section.',
  phrases: causes,
  negations: notCauses,
  find: question => question.own() ?? anyOwnText(question) ?? question.anywhere(hit => isDetailed(question, hit)),
};

/** Elsewhere a mention is no explanation: it takes a sentence of some length, outside of the first section. */
function isDetailed(question: Question, hit: PhraseHit): boolean {
  const sentence = question.sentence(hit.sentence);
  const place = question.statements.places[hit.sentence] ?? 0;
  return sentence !== undefined && sentence.last - sentence.first >= ENOUGH_WORDS && place !== 0 && place !== -1;
}

/** A section about the cause tells it in its own words too. */
function anyOwnText(question: Question) {
  const {sentences} = question.statements;
  const text = sentences.find(
    (sentence, index) => question.isOwn(index) && isText(question, index) && !sentence.isLabel,
  );
  return text && {start: text.start, end: text.end};
}

function isText(question: Question, index: number): boolean {
  const sentence = question.sentence(index);
  return sentence !== undefined && sentence.last - sentence.first >= 2 * ENOUGH_WORDS;
}
