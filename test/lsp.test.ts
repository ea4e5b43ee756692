import assert from 'node:assert/strict';
import fc from 'fast-check';
import {type Encoding, LspDocument, workspaceEdit} from '../server/lsp.ts';

const encodings: Encoding[] = ['utf-16', 'utf-8', 'utf-32'];
const text = fc
  .array(fc.constantFrom('a', 'ß', '漢', '🔥', '\n', '\r\n', '\r', ' ', '\uFEFF', '\u0301'), {maxLength: 30})
  .map(parts => parts.join(''));

function make(content: string, encoding: Encoding = 'utf-16') {
  return new LspDocument('file:///a.md', 'markdown', 1, content, encoding);
}

describe('LspDocument', () => {
  it('counts characters in the encoding that was agreed on', () => {
    const line = 'aß漢🔥b\nc';
    const at = (encoding: Encoding) => make(line, encoding).positionAt(line.indexOf('b'));
    assert.deepEqual(at('utf-16'), {line: 0, character: 5});
    assert.deepEqual(at('utf-8'), {line: 0, character: 1 + 2 + 3 + 4});
    assert.deepEqual(at('utf-32'), {line: 0, character: 4});
  });

  it('takes \\n, \\r\\n and \\r for line ends', () => {
    const document = make('a\r\nb\rc\nd');
    assert.deepEqual(
      [0, 3, 5, 7].map(offset => document.positionAt(offset).line),
      [0, 1, 2, 3],
    );
  });

  it('clamps positions and ranges into the text', () => {
    const document = make('ab\ncd');
    assert.equal(document.offsetAt({line: 0, character: 99}), 2);
    assert.equal(document.offsetAt({line: 99, character: 0}), 5);
    assert.equal(document.offsetAt({line: -1, character: -1}), 0);
    assert.deepEqual(document.span({start: {line: 9, character: 9}, end: {line: 0, character: 1}}), {start: 1, end: 5});
  });

  it('gives offsets of whole characters back as they were', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...encodings), fc.nat(60), (content, encoding, place) => {
        const document = make(content, encoding);
        const starts = [0];
        for (const each of content) starts.push((starts.at(-1) ?? 0) + each.length);
        const offset = starts[place % starts.length] ?? 0;
        if (content[offset - 1] === '\r' && content[offset] === '\n') return;
        assert.equal(document.offsetAt(document.positionAt(offset)), offset);
      }),
    );
  });

  it('is after any changes what it would be made anew', () => {
    const position = fc.record({line: fc.integer({min: -1, max: 12}), character: fc.integer({min: -1, max: 12})});
    const change = fc.record({range: fc.record({start: position, end: position}), text});
    fc.assert(
      fc.property(
        text,
        fc.array(change, {maxLength: 6}),
        fc.constantFrom(...encodings),
        (content, changes, encoding) => {
          const document = make(content, encoding);
          let expected = content;
          for (const each of changes) {
            const {start, end} = make(expected, encoding).span(each.range);
            expected = expected.slice(0, start) + each.text + expected.slice(end);
            document.update([each], document.version + 1);
            assert.equal(document.text, expected);
            const fresh = make(expected, encoding);
            for (let offset = 0; offset <= expected.length; offset++)
              assert.deepEqual(document.positionAt(offset), fresh.positionAt(offset));
          }
        },
      ),
    );
  });
});

describe('ranges', () => {
  it('cut no character in two', () => {
    const document = new LspDocument('file:///a.md', 'markdown', 1, 'a😀b');
    const characters = (start: number, end: number) => {
      const range = document.range({start, end});
      return [range.start.character, range.end.character];
    };
    assert.deepEqual(characters(2, 3), [1, 3]);
    assert.deepEqual(characters(0, 2), [0, 3]);
    assert.deepEqual(characters(2, 2), [1, 1]);
  });
});

describe('workspaceEdit', () => {
  const document = new LspDocument('file:///a.md', 'markdown', 4, 'one\ntwo\n');
  const edits = [{start: 4, end: 7, text: 'two, three', snippet: 'two, ${1:three}'}];
  const range = {start: {line: 1, character: 0}, end: {line: 1, character: 3}};
  const textDocument = {uri: 'file:///a.md', version: 4};

  it('has versions and tab stops where the client has them', () => {
    assert.deepEqual(workspaceEdit(document, edits, {documentChanges: true, snippets: true}), {
      documentChanges: [{textDocument, edits: [{range, snippet: {kind: 'snippet', value: 'two, ${1:three}'}}]}],
    });
    assert.deepEqual(workspaceEdit(document, edits, {documentChanges: true, snippets: false}), {
      documentChanges: [{textDocument, edits: [{range, newText: 'two, three'}]}],
    });
  });

  it('is plain text for others', () => {
    assert.deepEqual(workspaceEdit(document, edits, {documentChanges: false, snippets: true}), {
      changes: {'file:///a.md': [{range, newText: 'two, three'}]},
    });
  });

  it('has no edits that overlap, which clients refuse', () => {
    const overlapping = [{start: 5, end: 6, text: 'x'}, ...edits];
    assert.deepEqual(workspaceEdit(document, overlapping, {documentChanges: false, snippets: true}), {
      changes: {'file:///a.md': [{range, newText: 'two, three'}]},
    });
  });
});
