import assert from 'node:assert/strict';
import {appearance, nodeAt, type OutlineNode, outlineTree, parentOf} from '../../../client/views/outline-tree.ts';
import type {DocumentReport} from '../../../server/protocol.ts';
import {lines, reportOf, sectionOf, translate} from '../reports.ts';

/** Stands in for the text of a document. */
const textOf = ({start, end}: ReturnType<typeof lines>) => (end.character > 0 ? `text of line ${start.line}` : '');

/** The tree as text: indentation, icon, label, description. */
function draw(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap(({icon, label, description, children}) => [
    `${indent}${icon.name}: ${label}${description ? ` (${description})` : ''}`,
    ...draw(children, `${indent}  `),
  ]);
}

const tree = (parts: Partial<DocumentReport>) => outlineTree(reportOf(parts), {textOf, t: translate});

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
      subsections: [{title: 'Background', range: lines(5)}],
    }),
    sectionOf({id: 'impact', parent: 'summary', status: 'empty', titleRange: lines(8), range: lines(8, 9)}),
    sectionOf({id: 'timeline', status: 'unmarked', words: 30, titleRange: lines(11), range: lines(11, 20)}),
    sectionOf({id: 'cause', status: 'missing', requirements: [requirement]}),
    sectionOf({id: 'notes', status: 'missing', optional: true}),
  ],
  timeline: {
    section: 'timeline',
    entries: 5,
    milestones: [{name: 'detected' as const, text: '10:20', range: lines(13)}],
  },
};

describe('Outline', () => {
  it('lists the sections of the template in its order, nested, each with its state', () => {
    assert.deepEqual(draw(tree(report)), [
      'pass-filled: summary (90 words · 1/2)',
      '  symbol-string: Background',
      '  circle-outline: Which time zone?',
      '  check: How long?',
      '  circle-large-outline: impact (empty)',
      'warning: timeline (30 words)',
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
      'subsection:summary/0',
      'section:impact',
      undefined,
      'section:timeline',
      undefined,
    ]);
  });

  it('counts the marks in front of a title to it, but no words', () => {
    const at = (line: number, character: number) => ({line, character});
    const sections = [
      sectionOf({id: 'heading', range: {start: at(0, 3), end: at(2, 3)}}),
      sectionOf({id: 'item', range: {start: at(2, 3), end: at(4, 8)}}),
      sectionOf({id: 'run-in', range: {start: at(4, 8), end: at(4, 40)}}),
    ];
    const lines = ['## ', '', '1. ', '', 'Solved. '];
    const nodes = outlineTree(reportOf({sections}), {textOf: ({start}) => lines[start.line] ?? '', t: translate});
    const positions = [at(0, 0), at(1, 5), at(2, 0), at(4, 5), at(4, 9)];
    assert.deepEqual(
      positions.map(({line, character}) => nodeAt(nodes, line, character)?.label),
      ['heading', 'heading', 'item', 'item', 'run-in'],
    );
  });

  it('is open where questions are left, and shows the answers', () => {
    const done = {...requirement, met: true, range: lines(7)};
    const nodes = tree({
      sections: [
        sectionOf({id: 'open', requirements: [done, requirement]}),
        sectionOf({id: 'done', requirements: [done]}),
      ],
    });
    assert.deepEqual(
      nodes.map(({open}) => open),
      [true, false],
    );
    assert.match(nodes[1]?.children[0]?.tooltip ?? '', /Answered: “text of line 7”$/);
    assert.match(nodes[0]?.children[1]?.tooltip ?? '', /For example: All times are UTC$/);
  });

  it('knows the parent of each line', () => {
    const nodes = tree(report);
    assert.equal(parentOf(nodes, 'section:impact')?.id, 'section:summary');
    assert.equal(parentOf(nodes, 'milestone:detected')?.id, 'section:timeline');
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
        'summary, 90 words, 1 of 2 questions answered',
        'timeline, 30 words, its title is no heading',
        'cause, missing',
        'notes, optional, missing',
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
