import type {PhraseHit} from '../phrases.ts';
import type {Kind, Question} from '../question.ts';

/** Ways of naming a cause. */
export const causes: readonly string[] = [
  '^the? root? cause|causes|reason|culprit :',
  '^what ...4 cause|caused|wrong ...4 :',
  '^why ...4 :',
  'root cause|causes|reason',
  'main|primary|underlying|actual|real|major|direct|immediate|ultimate|likely|probable|exact|initial cause|causes|reason|reasons|culprit|problem|trigger',
  'cause of|was|is|behind|being|for|came|appears|turned',
  '~determine ...3 cause',
  'caused|triggered|provoked|induced|precipitated|introduced|brought by|about|on|when|due|because|as',
  'due|owing|thanks|attributed|attributable|traced|tracked|linked to|back|down',
  'boiled|came|~come|pinned down',
  'because',
  'since|as we|it|they|there',
  'since the|our|its|a ...4 had|was|were|is|did|could|contained|has',
  'so|hence|thus|therefore ...4 went|<symptom>',
  '~begin|~start with|when a|an|the|our|one|some|we',
  'on account of',
  'result|results|consequence|outcome of',
  '~result|~stem|~arise|~originate|~derive|came|~come|~emanate from|out',
  'reason for|why|was|is|behind',
  'main|primary|underlying|actual|real|core|key|root issue|issues|fault|error|bug|factor',
  'culprit|culprits|offender',
  'to blame',
  'at fault',
  'responsible for',
  'at the heart of',
  'contributing factor|factors|cause|causes',
  '<defect> ... <effect>',
  'which|this|that|thereby|thus ...1 <effect>',
  '<defect> ... ~lead|~result|~give|~contribute|~culminate in|to|rise|down',
  '~find|~discover|~determine|~identify|~reveal|~trace|~notice|~realize|~realise ...4 <defect>',
  'turned out ...4 <defect>',
  '<defect> was|were found|discovered|identified|introduced|deployed|pushed|made|detected|responsible|behind',
  'after|following a|an|the|our ...3 <defect>|<change>',
  'issue|problem|error|outage|incident|failure|bug|fault was|is|lies|lay a|an|in|with|that|the ...3 <defect>',
];

export const notCauses: readonly string[] = [
  'due|owing to the|this|these|those|that|its <outage>|errors|issue|problem',
  'because of the|this|these|those|that|its <outage>|errors|issue|problem',
  'caused by the|this|these|those|that|its <outage>|issue|problem',
  'result|consequence of the|this|these|those|that|its <outage>|issue|problem',
  '<outage>|issue also|has|have? caused|causing|led|leading|resulted|resulting to|in|a|an|the|significant|frustration|lost|loss|many|some|users|inconvenience',
  '<symptom>|<outage>|<user> ...2 which|this|that|thereby|thus ...1 <effect>',
  '<unknown> ...3 root? cause',
  'root? cause ...3 <unknown>',
  'to ~find|~determine|~identify|~establish|~understand|~locate|~discover ...2 root? cause',
  '~investigate|~seek|~search ...3 root? cause',
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
