import assert from 'node:assert/strict';
import {Lexicon, membersAt} from '../../server/evidence/lexicon.ts';
import {PhraseLists} from '../../server/evidence/phrases.ts';
import {readSentences} from '../../server/evidence/sentences.ts';
import {read} from '../../server/model/read.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const lexicon = new Lexicon({team: 'team, duty officer, ~admin', colour: 'red, green'});

/** The texts that a phrase is found in. */
function found(phrase: string, text: string): string[] {
  const {tokens, sentences} = readSentences(read(text, defaultTemplate()));
  const lists = new PhraseLists(lexicon);
  lists.add(0, phrase);
  return sentences.flatMap((sentence, index) => {
    const classes = tokens.map(({facts}, at) => membersAt(lexicon.membersFrom(facts.keys), tokens, at, sentence.last));
    const hits = lists.find(tokens, classes, sentence, index);
    return hits.map(({first, last}) => text.slice(tokens[first]?.start, tokens[last - 1]?.end));
  });
}

const cases: readonly [what: string, phrase: string, text: string, found: readonly string[]][] = [
  ['words in a row', 'rolled back', 'We rolled back the release.', ['rolled back']],
  ['not across other words', 'rolled back', 'We rolled it back.', []],
  ['whatever the case', 'rolled back', 'ROLLED BACK at noon', ['ROLLED BACK']],
  ['whatever the case of the phrase', 'SLA|SLO', 'We missed our slo.', ['slo']],
  ['either of two', 'disk|memory full', 'The memory full, the disk full.', ['memory full', 'disk full']],
  ['with a word left out', 'no further? delay', 'No delay, no further delay.', ['No delay', 'no further delay']],
  ['any form of a verb', '~page', 'She pages, he paged, they are paging: page!', ['pages', 'paged', 'paging', 'page']],
  ['an irregular verb', '~take over', 'He took over what she takes over.', ['took over', 'takes over']],
  ['the past of a verb', 'stop~ed', 'It stopped. It stops.', ['stopped']],
  ['the gerund of a verb', 'stop~ing', 'By stopping what stopped', ['stopping']],
  ['a verb in -y', '~retry', 'It retried and retries.', ['retried', 'retries']],
  ['a word class', 'to <team>', 'to the team, to team', ['to team']],
  ['a member of several words', '<team>', 'the duty officer', ['duty officer']],
  ['words between', 'to ... <team>', 'to the very small night team', ['to the very small night team']],
  ['not more words than allowed', 'to ...2 <team>', 'to the very small night team', []],
  ['not across sentences', 'to ... <team>', 'Nothing to do. The team slept.', []],
  ['at the beginning', '^team', 'team one, and team two', ['team']],
  ['at the beginning of an entry', '^team', '- 10:05 UTC - team one', ['team']],
  ['after a label', '^team', 'Handed to: team one', ['team']],
  ['a label', '^cause :', 'Cause: a flood', ['Cause:']],
  ['a label between words', '^cause : ... flood', '**Cause:** a flood', ['Cause:** a flood']],
  ['a heading as a label', '^cause :', '### Cause\n\nA flood.', ['Cause']],
  ['a question as a label', '^what ...4 cause :', 'What was the cause?\nA flood.', ['What was the cause?']],
  ['through marks and hyphens', 'on call team', 'The *on-call* "team"', ['on-call* "team']],
  ['through a label on the line before', 'owner : ... <team>', 'Owner:\nthe night team', ['Owner:\nthe night team']],
];

describe('phrases', () => {
  for (const [what, phrase, text, expected] of cases)
    it(`are found: ${what}`, () => {
      assert.deepEqual(found(phrase, text), expected);
    });

  it('are found behind any number of labels that end one after the other', () => {
    assert.equal(found('team x', `Team:\n  ${'- '.repeat(20_000)}x`).length, 1);
  });

  it('name the classes that nobody knows', () => {
    const lists = new PhraseLists(lexicon);
    lists.add(0, 'to <teem>');
    assert.deepEqual(lists.unknownClasses, ['<teem>']);
  });
});
