import assert from 'node:assert/strict';
import fc from 'fast-check';
import {excerptOf, visible} from '../../server/cli/excerpt.ts';

describe('excerpt', () => {
  /** The text with the span between marks; the lines as printed. */
  const print = (marked: string) => {
    const start = marked.indexOf('⟦');
    const end = marked.indexOf('⟧') - 1;
    const {source, marks} = excerptOf(marked.replaceAll(/[⟦⟧]/g, ''), {start, end});
    return `${source}\n${marks}`;
  };

  it('marks the span in its line', () => {
    assert.equal(print('one\n## ⟦Timeline⟧ of it\nthree'), '## Timeline of it\n   ^^^^^^^^');
    assert.equal(print('⟦⟧'), '\n^');
    assert.equal(print('\n\n⟦⟧\n'), '\n^');
  });

  it('marks the first line of a span that goes on', () => {
    assert.equal(print('a ⟦b c\r\nd⟧ e'), 'a b c\n  ^^^');
  });

  it('knows wide characters, tabs and combining marks', () => {
    assert.equal(print('\t漢字 é ⟦x⟧'), '  漢字 é x\n         ^');
  });

  it('cuts long lines around the span', () => {
    const {source, marks} = excerptOf(`${'a '.repeat(300)}HERE${' b'.repeat(300)}`, {start: 600, end: 604});
    assert.match(source, /^…(?:a )+HERE(?: b)+…$/);
    assert.ok(source.length < 130);
    assert.equal(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), 'HERE');
  });

  it('shows nothing that steers the terminal', () => {
    assert.equal(visible('a\u001b[31mb\u0007\u202e'), 'a\uFFFD[31mb\uFFFD\uFFFD');
  });

  it('takes any text and any span', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), fc.nat(300), fc.nat(300), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const {source, marks} = excerptOf(text, {start, end});
        assert.ok(!/[\r\n]/.test(source));
        assert.match(marks, /^ *\^+$/);
      }),
    );
  });
});
