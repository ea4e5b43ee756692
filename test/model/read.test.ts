import assert from 'node:assert/strict';
import {listsOthers, tellsOfAnIncident} from '../../server/model/detect.ts';
import {read} from '../../server/model/read.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const classic = defaultTemplate();
const slice = (text: string, span: {start: number; end: number}) => text.slice(span.start, span.end);

describe('front matter', () => {
  it('is the YAML between two rules on top', () => {
    const {frontMatter} = read('---\nstatus: draft\ntags: [db]\n---\n# Title', classic);
    assert.deepEqual(frontMatter?.data, {status: 'draft', tags: ['db']});
    assert.equal(frontMatter?.end, 32);
  });

  it('is not a thematic break, nor a rule that is left open', () => {
    assert.equal(read('---\n\n# Title\n\n---\n', classic).frontMatter, undefined);
    assert.equal(read('---\nstatus: draft\n\n- a\n', classic).frontMatter, undefined);
    assert.equal(read('\n---\na: b\n---\n', classic).frontMatter, undefined);
  });

  it('says what is wrong with broken YAML, and hides it all the same', () => {
    const {frontMatter, words} = read('---\na: [b\n---\none', classic);
    assert.ok(frontMatter?.error);
    assert.equal(words.total, 1);
  });
});

describe('merge conflicts', () => {
  const text = 'one\n<<<<<<< HEAD\nours here\n=======\ntheirs\n>>>>>>> feature/x\ntwo\n';

  it('name both sides', () => {
    const [conflict] = read(text, classic).conflicts;
    assert.ok(conflict);
    assert.equal(slice(text, conflict.ours), 'ours here\n');
    assert.equal(slice(text, conflict.theirs), 'theirs\n');
    assert.deepEqual([conflict.ours.name, conflict.theirs.name], ['HEAD', 'feature/x']);
  });

  it('leave no mark that could be read as a heading', () => {
    assert.equal(read(text, classic).headings.length, 0);
    assert.equal(read(text, classic).words.total, 5);
  });

  it('are found with a base, without an end, and without a beginning', () => {
    const withBase = '<<<<<<< a\nx\n||||||| base\ny\n=======\nz\n>>>>>>> b\n';
    assert.equal(slice(withBase, read(withBase, classic).conflicts[0]?.ours ?? {start: 0, end: 0}), 'x\n');
    assert.equal(read('<<<<<<< a\nx\n', classic).conflicts.length, 1);
    assert.equal(read('x\n>>>>>>> b\n', classic).conflicts[0]?.theirs.name, 'b');
  });

  it('are found behind a byte-order mark, and cut no line end in two', () => {
    const windows = '\uFEFF<<<<<<< a\r\nx\r\n=======\r\ny\r\n>>>>>>> b\r\n';
    const [conflict] = read(windows, classic).conflicts;
    assert.ok(conflict);
    assert.deepEqual([slice(windows, conflict.ours), slice(windows, conflict.theirs)], ['x\r\n', 'y\r\n']);
  });

  it('are not quoted in a fence', () => {
    assert.equal(read(`A diff:\n\n\`\`\`diff\n${text}\`\`\`\n`, classic).conflicts.length, 0);
    assert.equal(read(`\`\`\`\n<<<<<<< a\n\`\`\`\n=======\n>>>>>>> b\n`, classic).conflicts.length, 1);
  });

  it('are not setext underlines, quotes or arrows', () => {
    assert.equal(read('Title\n=======\n\n>>> quoted\n\n<<<<<<<<<< arrows\n', classic).conflicts.length, 0);
  });
});

describe('a heading with a line under it', () => {
  it('may begin with a mark that is none of a heading', () => {
    const {lines, headings} = read('#Issue Summary\n---\n', classic);
    assert.deepEqual(
      lines.map(({kind}) => kind),
      ['heading', 'rule', 'blank'],
    );
    assert.deepEqual(headings.length, 1);
  });
});

describe('a line of code that begins as a heading does', () => {
  it('has no content that ends before it begins', () => {
    for (const {content} of read('\t### \n', classic).lines) assert.ok(content.start <= content.end);
  });
});

describe('a fence around everything', () => {
  it('may be left open above blank lines', () => {
    const text = `\`\`\`\n${'# Heading\n'.repeat(9)}  \n\n`;
    const {prose, wrapper, lines} = read(text, classic);
    assert.ok(wrapper && !wrapper.close);
    assert.equal(prose.length, text.length);
    assert.equal(lines.length, text.split('\n').length);
  });
});

describe('a fence or comment that is never closed', () => {
  const readOpen = (...lines: string[]) => read(lines.join('\n'), classic);

  it('is read as Markdown from the first heading in it on', () => {
    for (const [open, close] of [
      ['```', '```'],
      ['~~~~bash', '~~~~'],
      ['<!-- to do:', '-->'],
    ] as const) {
      const {sections, wrapper, text, prose} = readOpen(
        '## Timeline',
        '',
        open,
        'code',
        '',
        '## Root cause',
        '',
        'A typo.',
      );
      const found = sections.filter(({titles}) => titles.length > 0).map(({titles: [title]}) => title?.real);
      assert.deepEqual(found, [true, false], open);
      assert.equal(wrapper?.cut, text.indexOf('## Root'), open);
      assert.match(prose, /A typo\./);
      assert.doesNotMatch(prose, /code/);
      const closed = readOpen('## Timeline', '', open, 'code', close, '', '## Root cause', '', 'A typo.');
      assert.equal(closed.wrapper, undefined, open);
    }
  });

  it('is left alone where only comments of a script are in it', () => {
    assert.equal(readOpen('## Timeline', '', '```bash', '# Stop it', '', '# Start it', '##').wrapper, undefined);
  });

  it('is left alone where it ends with its list item', () => {
    assert.equal(readOpen('- ```', '  a', '', '## Root cause', '', 'A typo.').wrapper, undefined);
  });

  it('is the last of several fences', () => {
    const {wrapper, text} = readOpen('```', 'a', '```', '```', 'b', '', '## Root cause', 'A typo.');
    assert.equal(wrapper?.open.start, text.indexOf('```\nb'));
  });
});

describe('suppressions', () => {
  const scopes = (text: string) =>
    read(text, classic).suppressions.map(found => [found.rules.join(), slice(text, found.scope).trim()]);

  it('reach over the next line that is not blank', () => {
    assert.deepEqual(scopes('<!-- postmortem-disable-next-line a, b -->\n\none\ntwo'), [['a,b', 'one']]);
  });

  it('reach over their own line, a region and the file', () => {
    assert.deepEqual(scopes('one <!-- postmortem-disable-line a -->\ntwo'), [
      ['a', 'one <!-- postmortem-disable-line a -->'],
    ]);
    assert.deepEqual(
      scopes('one\n\n<!-- postmortem-disable -->\n\ntwo\n\n<!-- postmortem-enable -->\n\nthree').map(([, scope]) =>
        scope?.endsWith('two'),
      ),
      [true],
    );
    assert.deepEqual(scopes('one\n\n<!-- postmortem-disable-file a -- we like it so -->\n')[0]?.[0], 'a');
  });

  it('silence nothing under a name that there is not', () => {
    const [slip, other] = read(
      '<!-- postmortem-disabel-file -->\n\n<!-- postmortem-notes by Ann -->\n',
      classic,
    ).suppressions;
    assert.equal(slip?.unknown, 'postmortem-disabel-file');
    assert.equal(slip?.scope.start, slip?.scope.end);
    assert.equal(other, undefined);
  });

  it('are no suppressions within a fence', () => {
    assert.deepEqual(scopes('```\n<!-- postmortem-disable-file -->\n```\n'), []);
  });
});

describe('a draft', () => {
  it('is called one, or has mostly empty sections', () => {
    assert.equal(read('---\nstatus: Draft\n---\n', classic).draft, true);
    assert.equal(read('## Issue Summary\nDown.\n\n## Timeline\n', classic).draft, true);
    const half = '## Issue Summary\nDown.\n\n## Timeline\n- 10:00 down\n';
    assert.equal(read(half, classic).draft, false);
    assert.equal(read(`---\nstatus: final\n---\n${half}`, classic).draft, false);
  });
});

describe('a page of links', () => {
  it('lists postmortems and is none', () => {
    const lists = (text: string) => listsOthers(read(text, classic));
    assert.equal(lists('# Postmortems\n\nThis folder holds them.\n\n- [Mail](mail.md)\n- [Shop](shop.md)\n'), true);
    assert.equal(lists('https://example.com/my-postmortem\n'), true);
    assert.equal(lists('# The shop was down\n'), false);
    assert.equal(lists('# Shop\n\n## Timeline\n\n- 10:00 [alert](https://example.com/alert)\n'), false);
  });
});

describe('what tells of an incident', () => {
  const tells = (text: string) => tellsOfAnIncident(read(text, classic));
  const story =
    'From 21:05 to 22:40 UTC on 3 May 2024 the ticket shop was unavailable and about 40% of the buyers were affected. ' +
    'The root cause was an expired certificate on the proxy, and the on-call engineer restored the service.';

  it('is a report with sections, however they are marked', () => {
    assert.equal(tells(`## Issue Summary\n${story}\n\n## Timeline\n- 21:05 UTC - Alert fired.\n`), true);
    assert.equal(tells(`Issue Summary\n${story}\nTimeline\n21:05 UTC - Alert fired.\n`), true);
    assert.equal(tells(`# Postmortem: ticket shop\n\n${story}\n`), true);
  });

  it('is what has the headings of the template, though hardly anything is written yet', () => {
    const begun =
      '# Postmortem: {{ title }}\n\n## Issue Summary\n\n## Timeline\n\n- {{ HH:MM UTC }} - x\n\n## Root cause and resolution\n';
    assert.equal(tells(begun), true);
    assert.equal(tells(begun.replace('# Postmortem: {{ title }}', '# Postmortem template')), false);
    assert.equal(tells(begun.replace('## Issue Summary', 'Issue Summary')), false);
  });

  it('is not a guide, an assignment or a changelog', () => {
    const guide =
      '# How to write a postmortem\n\n## Summary\nWrite a postmortem after each outage. It should include the impact and must contain the root cause.\n\n' +
      '## Timeline\nThe timeline should describe when the incident was detected, for instance 10:05 UTC, and how it was resolved.\n';
    assert.equal(tells(guide), false);
    const review =
      '# How we review incidents\n\n## Summary\nThis guide is for authors. Write two sentences on what happened.\n\n## Timeline\n- 10:00 the alert\n- 10:20 the fix\n\n' +
      '## Root cause\nExplain the cause in depth: what was deployed, what was down.\n\n## Action items\nDescribe each task.\n';
    assert.equal(tells(review), false);
    const notes =
      '# Our incident reports\n\nHere I learn to write an incident report.\n\n## Summary\n- list the duration, with both ends\n- state the impact (the shop was down)\n\n' +
      '## Timeline\n- list the timezone\n- when the outage began\n- when it was resolved\n\n## Root cause\n- give a detailed explanation\n';
    assert.equal(tells(notes), false);
    const promises =
      '# Postmortem\n\nA brief overview of the incident, with its duration.\n\n## Timeline\nA chronological account of events, from the first alert to the end. ' +
      'This section lists who was alerted.\n\n## Root cause\nA detailed explanation of what was deployed and why it failed, for those who were not there.\n';
    assert.equal(tells(promises), false);
    const form = `# Incident Report - {{DATE}}\n\n## Summary\n- Start time: YYYY-MM-DD\n- Impact: which part of the shop and how many of the buyers\n- Severity: one of three\n\n## Timeline\n| Time | Event |\n| --- | --- |\n| 00:00 | Alert triggered by a monitor, with a link |\n| 00:15 | What was restarted |\n`;
    assert.equal(tells(form), false);
    assert.equal(tells(`${form}\n${story} It was detected late.\n`), true);
    assert.equal(
      tells(`${notes}\n${story}\n\n- 21:05 UTC - The alert was triggered.\n- 22:40 UTC - It was restored.\n`),
      true,
    );
    const changelog = `# Changelog\n\n## 2.0.1\n\n${'- fix: the parser crashed when a timeout occurred\n'.repeat(12)}`;
    assert.equal(tells(changelog), false);
    assert.equal(tells('# 0x19 Postmortem\n\nhttps://example.com/my-postmortem\n'), false);
  });

  it('is not an ordinary README with an overview', () => {
    const readme = `# Queue\n\n## Overview\nA queue for mail. npm install queue. You can use it with options.\n\n## TODO\n- more tests\n\n${'It returns errors when a request failed. '.repeat(10)}`;
    assert.equal(tells(readme), false);
  });
});
