import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {kinds} from '../../server/evidence/kinds.ts';
import {loadTemplate} from '../../server/templates/load.ts';

describe('docs/templates.md', () => {
  const text = readFileSync('docs/templates.md', 'utf8');
  const block = (language: string, contains: string) => {
    const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
    return blocks.find(([, name, body]) => name === language && body?.includes(contains))?.[2] ?? '';
  };
  const body = block('markdown', '# Outage of');
  const front = block('yaml', 'customer-outage');

  it('shows a bare template that works as it is', () => {
    const {template, problems} = loadTemplate(body);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      template.sections.map(({title, presence, kind}) => [title, presence, kind]),
      [
        ['What our customers saw', 'required', 'prose'],
        ['Timeline', 'required', 'timeline'],
        ['Why it happened', 'required', 'prose'],
        ['Guardrails that failed', 'optional', 'prose'],
        ['What we change', 'required', 'prose'],
        ['Thanks', 'optional', 'prose'],
      ],
    );
  });

  it('shows front matter that fits it', () => {
    const {template, problems} = loadTemplate(`${front}\n${body}`, 'x.md', Object.keys(kinds));
    assert.deepEqual(problems, []);
    assert.equal(template.id, 'customer-outage');
    assert.deepEqual(
      template.requirements.map(({id}) => id),
      ['what-our-customers-saw/share', 'what-our-customers-saw/promise'],
    );
  });
});
