import assert from 'node:assert/strict';
import {newPostmortem} from '../../server/features/scaffold.ts';
import {builtInTemplates, defaultTemplate} from '../../server/templates/all.ts';
import {loadTemplate} from '../../server/templates/load.ts';

/** What an editor makes of a snippet when nobody types: tab stops with their hints. */
function expand(snippet: string): string {
  return snippet.replaceAll(/\\([\\$}])|\$(\d+)|\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, escaped, number, hint) => {
    if (escaped) return escaped;
    return number ? '' : hint.replaceAll(/\\(.)/g, '$1');
  });
}

function stopsIn(snippet: string): number[] {
  return [...snippet.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(match => Number(match[1]));
}

const beginning = {title: 'Checkout answers with errors', date: '2024-03-05'};

describe('a new postmortem', () => {
  it('has title and date filled in, and a name made of them', () => {
    const {fileName, text} = newPostmortem(defaultTemplate(), beginning);
    assert.equal(fileName, '2024-03-05-checkout-answers-with-errors.md');
    assert.ok(text.startsWith('# Postmortem: Checkout answers with errors\n\n## Issue Summary\n\n<!--\n'));
  });

  for (const template of builtInTemplates()) {
    it(`of ${template.id} has no front matter, and tab stops from the first gap to the last`, () => {
      const {text, snippet} = newPostmortem(template, beginning);
      assert.ok(text.startsWith('# '), text.slice(0, 40));
      assert.ok(text.split('\n')[0]?.includes(beginning.title));
      assert.ok(!/\{\{ *(title|date) *\}\}/.test(text));
      const stops = stopsIn(snippet);
      assert.deepEqual(
        stops,
        stops.map((_, index) => index + 1),
      );
      assert.ok(stops.length >= template.sections.filter(({presence}) => presence === 'required').length / 2);
      const letters = (markdown: string) => markdown.replaceAll(/[{}\s]/g, '');
      assert.equal(letters(expand(snippet)), letters(text));
    });
  }

  it('begins at the first section', () => {
    const {snippet} = newPostmortem(defaultTemplate(), beginning);
    const [first] = snippet.split('## Timeline');
    assert.deepEqual(stopsIn(first ?? ''), [1]);
    assert.match(first ?? '', /-->\n\n\$1\n\n$/);
  });

  it('keeps a title to one line and its signs from the snippet', () => {
    const {text, snippet, fileName} = newPostmortem(defaultTemplate(), {
      title: ' A $5 }\n café\\bar ',
      date: '2024-03-05',
    });
    assert.ok(text.startsWith('# Postmortem: A $5 } café\\bar\n'));
    assert.ok(snippet.startsWith('# Postmortem: A \\$5 \\} café\\\\bar\n'));
    assert.equal(fileName, '2024-03-05-a-5-cafe-bar.md');
  });

  it('has a short name', () => {
    const long = newPostmortem(defaultTemplate(), {title: 'word '.repeat(50), date: '2024-03-05'}).fileName;
    assert.ok(long.length <= 75, long);
    assert.ok(long.endsWith('-word.md'), long);
    const odd = newPostmortem(defaultTemplate(), {title: '../../etc', date: '2024-03-05'}).fileName;
    assert.equal(odd, '2024-03-05-etc.md');
    assert.equal(
      newPostmortem(defaultTemplate(), {title: '???', date: '2024-03-05'}).fileName,
      '2024-03-05-incident.md',
    );
  });

  it('keeps the gaps of a title that is not known yet', () => {
    const {text} = newPostmortem(defaultTemplate(), {title: '', date: '2024-03-05'});
    assert.ok(text.startsWith('# Postmortem: {{ title }}\n'));
  });

  it('says its template where it would not be known without', () => {
    const declared = (name: string) =>
      newPostmortem(defaultTemplate(), {...beginning, declared: name}).text.split('\n')[1];
    assert.equal(declared('kehoe'), 'template: kehoe');
    assert.equal(declared('docs/our template.md'), 'template: "docs/our template.md"');
  });

  describe("from a team's own template", () => {
    const titled = (heading: string) =>
      newPostmortem(
        loadTemplate(`---\nlayout: page\n---\n\n# ${heading}\n\n## Impact\n`).template,
        beginning,
      ).text.split('\n')[0];

    it('finds where the title goes', () => {
      assert.equal(titled('Incident: <short title>'), '# Incident: Checkout answers with errors');
      assert.equal(titled('YYYY-MM-DD [title]'), '# 2024-03-05 Checkout answers with errors');
      assert.equal(titled('{{ incident date }}, {{ incident name }}'), '# 2024-03-05, Checkout answers with errors');
      assert.equal(titled('Postmortem template'), '# Checkout answers with errors');
    });
  });
});
