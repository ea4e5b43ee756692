import type {Kind} from '../question.ts';

/** Who or what noticed the incident first. */
export const detections: readonly string[] = [
  '<monitor> ...4 <alerting>',
  'received|receive|receives|receiving|got|get|gets|saw ...4 <monitor>',
  'alert|alerts|alarm|alarms|notification|notifications|page|warning|warnings from|about|for|on|indicating|that|of|showing|due|regarding|triggered|came',
  'alerted|paged|notified|warned by|to|via|about|through|that|of',
  'automated|automatic|monitoring|system|external alert|alerts|alarm|alarms|notification|check|checks|monitoring',
  '~detect|~notice|~discover|~identify|~find|~spot|~flag|~catch|~observe|~report|~raise|~trigger|~surface|known|aware ...6 by|via|through|from|using|thanks ...6 <monitor>|<user>|<team>|<me>',
  '~detect|~notice|~discover|~identify|~spot|~encounter ...4 during|while|upon|when|after',
  '~detect|~notice|~discover|~identify|~spot|~find by a|an|our|the|one|several|me|some|multiple|members',
  '<user> ...5 <report>',
  'reported|raised|flagged|submitted|noticed ...2 by ...3 <user>|<team>|<name>|<me>',
  'reports|complaint|complaints|ticket|tickets|call|calls|email|emails|feedback|messages|tweets|inquiries|queries from|of|that|about|by|on|came|come|were|started|poured|flooded|began|regarding|received',
  'customer|user|client|support|bug|trouble|multiple|several|numerous|influx ...2 report|reports|complaint|complaints|ticket|tickets|calls',
  'complaints|complained|complaining',
  '<team>|<me> ...4 <notice> ...6 <anomaly>',
  '<team>|<me>|<name> ...3 ~notice|~spot|~observe|~encounter|~realize|~realise|~detect',
  '<user> ...3 ~open|~create|~log|~send|~post|~write ...3 ticket|tickets|issue|case|email|emails|message|messages|support|us',
  'upon|when|while|on|after opening|visiting|accessing|logging|loading|browsing|testing|checking|launching|trying|attempting',
  'during|in a|an|our|the ...2 routine|regular|scheduled|manual|daily|morning|periodic check|checks|monitoring|inspection|review|maintenance|test|testing|audit',
  '^detected ...3 through|by|via|from|with|using|when',
  'detection|detected ...2 method|source|by|how :',
  '^how ...4 detected|discovered|noticed|identified|found ...3 :',
  'wake up call|woken|woke up',
];

export const notDetections: readonly string[] = [
  '~implement|~add|~enhance|~improve|~introduce|~set|~setup|~integrate|~configure|~install|~deploy|~strengthen|~create|additional|new|better|proactive|enhanced ...3 <monitor>',
  'lack|absence|without|no|insufficient|inadequate|missing|poor|limited of? ...2 <monitor>|alerts',
  '<monitor> ...4 ~confirm|stable|stabilized|stabilised|normal|recovered|recovery|cleared|resolved|healthy|restored|normalized',
  '<monitor> ...2 did|was|were|had|has|does not|never',
  "<monitor> ...2 didn't|wasn't|weren't|failed|missed",
  '~ensure|should|will|must|would|need ...4 <monitor>|<notice>',
  '~update|~inform|~notify|~alert|~tell|~email|~message our|all|the|affected <user>',
];

export const detectedHow: Kind = {
  summary: 'What or who noticed it: an alert, an engineer, a customer.',
  phrases: detections,
  negations: notDetections,
  find: question => question.anywhere(),
};
