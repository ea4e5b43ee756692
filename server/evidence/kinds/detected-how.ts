import type {Hit} from '../hits.ts';
import type {Kind, Question} from '../question.ts';
import type {Statement} from '../statements.ts';

/** Who or what noticed the incident first. */
export const detections: readonly string[] = [
  '<monitor> ...4 <alerting>',
  'received|receive|receives|receiving|got|get|gets|saw ...4 <monitor>',
  'alert|alerts|alarm|alarms|notification|notifications|page|warning|warnings from|about|for|on|indicating|that|of|showing|due|regarding|triggered|came',
  'alerted|paged|notified|warned by|to|via|about|through|that|of|using|with',
  '<team> was|were|is|are|got ...1 alerted|paged',
  '~call|~phone|~write|~email|~text to report|say|tell|inform|complain|ask',
  'our|the|monitoring|automated system|systems noticed|detected|reported|flagged',
  'automated|automatic|monitoring|system|external alert|alerts|alarm|alarms|notification|check|checks|monitoring',
  '~detect|~notice|~discover|~identify|~find|~spot|~flag|~catch|~observe|~report|~raise|~trigger|~surface|known|aware ...6 by|via|through|from|using|thanks ...6 <monitor>|<user>|<team>|<me>',
  '~detect|~notice|~discover|~identify|~spot|~encounter ...4 during|while|upon|when|after|once',
  '~detect|~notice|~discover|~spot ...2 before|until ...6 <user>|<team>|<me>',
  '~detect|~notice|~discover|~identify|~spot by|via|through|in|from|using|thanks ...6 logs|log',
  '~detect|~notice|~discover|~identify|~spot|~find by a|an|our|the|one|several|me|some|multiple|members',
  '<user> ...5 <report>',
  'reported|raised|flagged|submitted|noticed ...2 by ...3 <user>|<team>|<name>|<me>',
  'reports|complaint|complaints|ticket|tickets|call|calls|email|emails|feedback|messages|tweets|inquiries|queries from|of|that|about|by|on|came|come|were|started|poured|flooded|began|regarding|received',
  'customer|user|client|support|bug|trouble|multiple|several|numerous|influx ...2 report|reports|complaint|complaints|ticket|tickets|calls',
  'complaints|complained|complaining',
  '<team>|<me> ...4 <notice> ...6 <anomaly>',
  '<team>|<me> ...3 ~notice|~spot|~observe|~encounter|~realize|~realise|~detect',
  '<name> ...2 noticed|notices|observed|observes|encountered|realized|realised|detected|detects',
  '<user> ...3 ~open|~create|~log|~send|~post|~write ...3 ticket|tickets|issue|case|email|emails|message|messages|support|us',
  'upon|when|while|on|after opening|visiting|accessing|logging|loading|browsing|testing|checking|launching|trying|attempting',
  'during|in a|an|our|the ...2 routine|regular|scheduled|manual|daily|morning|periodic check|checks|monitoring|inspection|test|testing|audit',
  '^detected ...3 through|by|via|from|with|using|when',
  'detection|detected ...2 method|source|by|how :',
  '^how ...4 detected|discovered|noticed|identified|found ...3 :',
  'woken|woke|wakes up? by',
  '<monitor> for|on|about|that ...6 ~fire|~trigger|~go|~appear|~arrive|~sound',
  'to our|my|his|her|their attention by|when|from|through',
  '~send|~transmit|~emit ...2 sos|distress signal|signals|call|calls',
  '<user> ...3 ~reach out to|with ...2 us|me|support|helpdesk|complaints',
  '~spot|~notice|~observe|~detect in|on the|our|server|error|application? ...2 logs|log|graphs|metrics|charts|dashboards|dashboard',
  'tests|test|check|checks|job|jobs|tool|scanner failed|fails|fail|flags|flagged|reports|reported|caught|catches',
  '<me> ...2 told|tells|informed|reported|messaged|called ...1 me|us|him|her|them|that',
  'inbox|hotline|phone|phones|queue|channel ...2 flooded|exploded|filled|rang|ringing|full|overflowing',
  '<team> ...2 ~report ...4 <anomaly>|bug',
  '<team>|<name> alerted|alerts|warned us|me|<name>',
  '~ring|~phone|~text|~mail|~email|~message|~call|~tell|~inform|~alert|~notify|~warn|~ping us|me|him|her',
  'reported|reports|complained|complains|informed|notified that|of|about|us|me|an|a|issues|issue|problem|problems|slow|failures|errors',
  'texted|texts|phoned|phones|rang|rings|emailed|tweeted|tweets',
  '<alerting> the|an|our|a|several|multiple <monitor>',
  '<monitor> ...2 lit|lights|lighting up',
  '<user> ...2 writes|wrote|says|said|posted|tweeted|asked|asks',
];

export const notDetections: readonly string[] = [
  '~implement|~add|~enhance|~improve|~introduce|~set|~setup|~integrate|~configure|~install|~deploy|~strengthen|~create|additional|better|more|proactive|enhanced|improved ...3 <monitor>',
  'lack|absence|without|no|insufficient|inadequate|missing|poor|limited of? ...2 <monitor>|alerts',
  '<monitor> ...4 ~confirm|stable|stabilized|stabilised|normal|recovered|recovery|cleared|resolved|healthy|restored|normalized',
  '<monitor> ...2 did|was|were|had|has|does not|never',
  "<monitor> ...2 didn't|wasn't|weren't|missed",
  '<monitor> ...1 failed|fails to',
  '~ensure|should|will|must|would|need ...4 <monitor>|<notice>',
  '~update|~inform|~notify|~alert|~tell|~email|~message our|all|the|affected <user>',
  'public certificate|certificates|key|keys|ip|ips|address|addresses|internet|cloud|dns|network|subnet|endpoint|repository|api|folder|file|html',
  'nobody|none|noone ...2 <notice>',
  'no one ...2 <notice>',
  '~go|~remain unnoticed|undetected|unreported',
  'after|upon|when testing|checking to find|see|locate',
  'graph|graphs|dashboard|dashboards below|above|here',
  'following|attached graph|graphs|dashboard|dashboards',
];

/** Of the first entries these tell of the incident, of later ones perhaps of its cause. */
export const findings: readonly string[] = [
  '<team>|<me>|<name> ...1 ~discover|~find|~see that',
  '^alert|alerts|alarm|alarms',
];

export const detectedHow: Kind = {
  summary: 'What or who noticed it: an alert, an engineer, a customer.',
  phrases: detections,
  negations: notDetections,
  hints: findings,
  find: question => question.own() ?? question.ownHinted(isAmongFirst(question)) ?? question.anywhere(),
};

const FEW = 2;

/** What somebody finds later on is the cause. */
export function isAmongFirst(question: Question): (hit: Hit) => boolean {
  let last: Statement | undefined;
  return ({statement}) => {
    last ??= nthEntry(question, FEW);
    return !last || statement.start <= last.start;
  };
}

function nthEntry(question: Question, count: number): Statement | undefined {
  let seen = 0;
  for (const sentence of question.ownSentences()) if (!sentence.own.isLabel && ++seen === count) return sentence;
  return undefined;
}
