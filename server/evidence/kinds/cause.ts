import type {Span} from '../../model/text.ts';
import {lexicon} from '../classes.ts';
import {type Kind, type Question, saysSomething} from '../question.ts';
import type {Statement} from '../statements.ts';

/** Ways of naming a cause that leave no doubt that it is one. */
export const namedCauses: readonly string[] = [
  '^the? root? cause|causes|reason|culprit :',
  '^what ...4 cause|caused|wrong ...4 :',
  '^why ...4 :',
  '^origin|source|trigger|cause|reason ...4 :',
  'rooted|grounded|founded in',
  'root cause|causes|reason',
  'main|primary|underlying|actual|real|major|direct|immediate|ultimate|likely|probable|exact|initial cause|causes|reason|reasons|culprit|problem|trigger',
  'cause of|was|is|behind|being|for|came|appears|turned',
  'caused|triggered|provoked|induced|precipitated|introduced|brought by|about|on|when|due|because|as',
  'due|owing|thanks|attributed|attributable|traced|tracked|linked to|back|down',
  'boiled|came|~come|pinned down',
  'result|results|consequence|outcome of',
  '~result|~stem|~arise|~originate|~derive|came|~come|~emanate from|out',
  'reason for|why|was|is|behind',
  'main|primary|underlying|actual|real|core|key|root issue|issues|fault|error|bug|factor',
  'root of ...2 <outage>|issue|problem|error|failure',
  'culprit|culprits|offender',
  'to blame',
  'at fault',
  'contributing factor|factors|cause|causes',
  '<defect> ... <effect>',
  '<defect> ... ~lead|~result|~give|~contribute|~culminate in|to|rise|down',
];

/** Ways of naming a cause. */
export const causes: readonly string[] = [
  ...namedCauses,
  '~determine ...3 cause',
  'because',
  'since|as we|it|they|there',
  'since the|our|its|a ...4 had|was|were|is|did|could|contained|has',
  '<defect>|<change> ...10 so the|our|it|all|this ...3 went|<symptom>',
  '~begin|~start with|when a|an|the|our|one|some|we',
  'on account of',
  'behind it|this|that|all|the',
  'blame|blamed for|on',
  'responsible for the|this|these ...2 <outage>|issue|issues|failure|problem',
  'at the heart of',
  'which|that|thereby|thus ...1 <effect>',
  'problem|issue|trouble|reason|catch was that|because|with',
  '~find|~discover|~determine|~identify|~reveal|~trace|~notice|~realize|~realise ...4 <defect>',
  'turned out ...4 <defect>',
  'has|had|have|~contain|~include ...2 typo|typos|misspelling|mistake|mistakes',
  'it was|is|has ...2 ~determine|~discover|~find|~establish|~reveal|~conclude that',
  '<defect> was|were found|discovered|identified|introduced|deployed|pushed|made|detected|responsible|behind',
  'after|following a|an|the|our ...3 <defect>|<change>',
  'issue|problem|error|outage|incident|failure|bug|fault was|is|lies|lay a|an|in|with|that|the ...5 <defect>',
];

export const notCauses: readonly string[] = [
  'due|owing to the|this|these|those|that|its <outage>|errors|issue|problem',
  'because of the|this|these|those|that|its <outage>|errors|issue|problem',
  'caused by the|this|these|those|that|its <outage>|issue|problem',
  'result|consequence of the|this|these|those|that|its <outage>|issue|problem',
  '<outage>|issue also|has|have? caused|causing|led|leading|resulted|resulting to|in|a|an|the|significant|frustration|lost|loss|many|some|users|inconvenience',
  '<symptom>|<outage>|<user> ...2 which|this|that|thereby|thus ...1 <effect>',
  '~determine|~discover|~find that ...5 <symptom>',
  'due|owing to a|an? service|site|website|system <outage>',
  'because if',
  '~affect|~impact ...2 <user>|them|us ...2 because',
  'critical|severe|serious|significant|major|urgent because|as|since it|they|this|all',
  '<unknown> ...3 root? cause',
  'root? cause ...3 <unknown>',
  'to ~find|~determine|~identify|~establish|~understand|~locate|~discover ...2 root? cause',
  '~investigate|~seek|~search ...3 root? cause',
];

const SENTENCE_WORDS = 12;
const FEW_WORDS = 4;

export const cause: Kind = {
  summary: 'What caused it: in its section, or in a sentence of some length elsewhere.',
  phrases: causes,
  negations: notCauses,
  // A section about the cause tells it in words of its own too. Elsewhere a mention is no explanation.
  find: question =>
    question.own(hit => !question.isTitle(hit)) ??
    belowTitle(question) ??
    question.ownSentence(isLong) ??
    question.anywhere(hit => !question.isTitle(hit) && isLong(hit.statement)),
};

/** Below a title that names a cause a sentence may be short, but says what was wrong. */
function belowTitle(question: Question): Span | undefined {
  // Where the last sentence begins that is known not to suffice: what stands before it need not be looked at for another title.
  let looked = -1;
  return question.hits.first(question.places.own, hit => {
    if (hit.statement.start <= looked || !question.isTitle(hit)) return undefined;
    for (const sentence of question.labelled(hit)) {
      if (isEnough(sentence)) return sentence.span;
      looked = sentence.start;
    }
    return undefined;
  });
}

const defect = lexicon.id('defect');

/** Some words behind its label, or one for what was wrong: no mere "see below". */
function isEnough({telling: {tokens, classes}, own: {first, last}}: Statement): boolean {
  let words = 0;
  for (let at = first; at < last; at++) {
    if (classes[at]?.some(hit => hit.class === defect)) return true;
    if (tokens[at]?.kind === 'label') words = 0;
    else if (saysSomething(tokens[at])) words++;
  }
  return words >= FEW_WORDS;
}

function isLong({length}: Statement): boolean {
  return length >= SENTENCE_WORDS;
}
