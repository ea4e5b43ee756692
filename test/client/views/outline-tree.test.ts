import assert from 'node:assert/strict';
import {appearance, nodeAt, type OutlineNode, outlineTree, parentOf} from '../../../client/views/outline-tree.ts';
import type {DocumentReport} from '../../../server/protocol.ts';
import {lines, reportOf, sectionOf, translate} from '../reports.ts';

const tree = (parts: Partial<DocumentReport>) => outlineTree(reportOf(parts), translate);

/** The tree as text: indentation, icon, label, description. */
function draw(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap(({icon, label, description, children}) => [
    `${indent}${icon.name}: ${label}${description ? ` (${description})` : ''}`,
    ...draw(children, `${indent}  `),
  ]);
}

const requirement = {id: 'summary/zone', question: 'Which time zone?', example: 'All times are UTC', met: false};

const report = {
  sections: [
    sectionOf({
      id: 'summary',
      words: 90,
      titleRange: lines(2),
      range: lines(2, 9),
      requirements: [
        requirement,
        {...requirement, id: 'summary/duration', question: 'How long?', met: true, range: lines(4)},
      ],
      subsections: [{title: 'Background', range: lines(5, 6)}],
    }),
    sectionOf({id: 'impact', parent: 'summary', status: 'empty', titleRange: lines(8), range: lines(8, 9)}),
    sectionOf({id: 'timeline', status: 'unmarked', words: 30, titleRange: lines(11), range: lines(11, 20)}),
    sectionOf({id: 'cause', status: 'missing', requirements: [requirement]}),
    sectionOf({id: 'notes', status: 'missing', optional: true}),
  ],
  timeline: {section: 'timeline', entries: 5, milestones: [{name: 'Detected', text: '10:20', range: lines(13)}]},
};

describe('Outline', () => {
  it('lists the sections of the template in its order, nested, each with its state', () => {
    assert.deepEqual(draw(tree(report)), [
      'pass-filled: summary (90 words · 1 of 2)',
      '  symbol-string: Background',
      '  circle-outline: Which time zone?',
      '  check: How long?',
      '  circle-large-outline: impact (empty)',
      'warning: timeline (30 words, no heading)',
      '  milestone: Detected (10:20)',
      'error: cause (missing)',
      'circle-outline: notes (optional)',
    ]);
  });

  it('keeps a section whose parent the template does not have', () => {
    assert.deepEqual(draw(tree({sections: [sectionOf({id: 'orphan', parent: 'gone'})]})), [
      'pass-filled: orphan (0 words)',
    ]);
  });

  it('goes to titles, evidence and milestones, and nowhere for what is missing', () => {
    const [summary, timeline, cause] = tree(report);
    assert.deepEqual(summary?.target, lines(2));
    assert.deepEqual(
      summary?.children.map(({target}) => target?.start.line),
      [5, 2, 4, 8],
    );
    assert.deepEqual(timeline?.children[0]?.target, lines(13));
    assert.equal(cause?.target, undefined);
    assert.equal(cause?.kind, 'missing');
  });

  it('finds the innermost section around the cursor', () => {
    const nodes = tree(report);
    const at = (line: number) => nodeAt(nodes, line, 0)?.id;
    assert.deepEqual([0, 2, 4, 5, 7, 8, 10, 15, 30].map(at), [
      undefined,
      'section:summary',
      'section:summary',
      'subsection:summary/0',
      'section:summary',
      'section:impact',
      undefined,
      'section:timeline',
      undefined,
    ]);
  });

  it('knows the parent of each line', () => {
    const nodes = tree(report);
    assert.equal(parentOf(nodes, 'section:impact')?.id, 'section:summary');
    assert.equal(parentOf(nodes, 'milestone:timeline/0')?.id, 'section:timeline');
    assert.equal(parentOf(nodes, 'section:summary'), undefined);
  });

  it('looks the same when text only moved, and different when words were added', () => {
    const section = {id: 'summary', words: 90, titleRange: lines(2), range: lines(2, 9)};
    const before = appearance(tree({sections: [sectionOf(section)]}));
    const moved = appearance(tree({sections: [sectionOf({...section, titleRange: lines(3), range: lines(3, 10)})]}));
    const longer = appearance(tree({sections: [sectionOf({...section, words: 91})]}));
    assert.equal(moved, before);
    assert.notEqual(longer, before);
  });

  it('tells a screen reader the state in words', () => {
    assert.deepEqual(
      tree(report).map(({accessibleLabel}) => accessibleLabel),
      [
        'summary, 90 words, 1 of 2',
        'timeline, 30 words, its title is no heading',
        'cause, missing',
        'notes, optional, not there',
      ],
    );
  });

  it('takes text of the document for text, never for Markdown', () => {
    const title = '[x](command:y) <b> $(bug)';
    const node = tree({sections: [sectionOf({id: 'a', title})]})[0];
    assert.equal(node?.label, title);
    assert.match(node?.tooltip ?? '', /^\*\*\\\[x\\\]\\\(command\\:y\\\) \\<b\\> \\\$\\\(bug\\\)\*\*/);
  });
});
