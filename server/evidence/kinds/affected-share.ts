import type {Kind} from '../question.ts';

export const affectedShare: Kind = {
  summary: 'The share of users affected: in percent, as a fraction or in words.',
  phrases: [
    '<percent> ...5 <user>',
    '<percent> ...3 affected|impacted',
    '~affect|~impact|~hit ...4 <percent>',
    '<user> ...5 <percent>',
    '<part> of ...4 <user>|them',
    'most|half of? ...2 <user>',
    'one|two|three|a third|thirds|quarter|quarters|fifth|fifths|tenth of ...2 <user>',
    '<all> ...2 <user>',
    'all|entire|whole ...4 user|customer base',
    '<everyone>',
    '<number> out? of|in <number> <user>',
    '<user> worldwide|globally|everywhere',
    'percentage|share|proportion|percent of ...2 <user> ...4 <percent>',
  ],
  negations: [
    '<percent> <measure>',
    '<percent> of the|our|all|its? ...1 <measure>',
    '<percent> <measure> <measure>',
    '<percent> ...1 <measure> in|of|on|for',
    '<user> experience|interface|session|sessions|satisfaction|data|requests|request|traffic|engagement|authentication|agent|table',
    '~restore|~regain|~recover|~resume|available|accessible|back|operational|~confirm|~resolve|~return|working|online ...6 <all>|<percent> ...3 <user>',
    '<all>|<percent> ...3 <user> ...5 ~restore|~regain|~recover|~resume|again|back|able|normal',
    '~ensure|~notify|~inform|~email|~tell|~update|~communicate|~message|~apologize|~thank|~serve ...5 <all>|<part> ...3 <user>',
    'most|two|three|one|about|around|nearly <number>? minutes|hours',
    'at any',
  ],
  find: question => question.anywhere(),
};
