import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {Range, type TextEditor} from 'vscode';
import {diagnostic, diagnostics, open, replace} from '../suite/documents.ts';

/** The variable KILLS asks for more, on a machine that does little else: each takes about a second. */
const asked = process.env['KILLS'];
const kills = Number(asked ?? 3);

/**
 * Milliseconds after a kill by which the diagnostics are back. No benchmark, for the figure is a promise of the product: someone
 * whose server dies is told nothing, so that it must be over before they miss what it says.
 */
const promised = 2000;

describe('A server that dies', () => {
  it('is started again, and says the same again', async () => {
    const {document} = await open('incidents/missing-section.md');
    await diagnostic(document, 'missing-section');
    const gone = diagnostics(document, rules => rules.length === 0);
    const dead = serverProcess();
    process.kill(dead, 'SIGKILL');
    await gone;
    await diagnostic(document, 'missing-section');
    assert.notEqual(serverProcess(), dead);
  });

  it('loses no text and is back within two seconds, however often it dies while someone types', async function () {
    this.timeout(20_000 + kills * 5_000);
    const editor = await open('incidents/missing-section.md');
    const {document} = editor;
    const before = document.getText();
    const times: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await diagnostic(document, 'missing-section');
      const gone = diagnostics(document, rules => rules.length === 0);
      process.kill(serverProcess(), 'SIGKILL');
      const killed = performance.now();
      await typeAtEnd(editor, 'a');
      await gone;
      await typeAtEnd(editor, 'b');
      await diagnostic(document, 'missing-section');
      times.push(performance.now() - killed);
    }
    const typed = `${before}${'ab'.repeat(kills)}`;
    times.sort((a, b) => a - b);
    const [middle = Number.NaN, slowest = Number.NaN] = [times[Math.ceil(kills / 2) - 1], times.at(-1)];
    const lost = typed.length - document.getText().length;
    console.log(
      `      back after ${Math.round(middle)} ms (median), ${Math.round(slowest)} ms (slowest of ${kills}), ${lost} characters lost`,
    );
    assert.equal(document.getText(), typed);
    // Other tests may have left the machine busy, which a single slow start shows and most do not.
    const judged = asked === undefined ? [middle] : times;
    assert.deepEqual(
      judged.filter(time => time > promised),
      [],
      `within ${promised} ms`,
    );
  });
});

function typeAtEnd(editor: TextEditor, text: string): Promise<void> {
  const {end} = editor.document.lineAt(editor.document.lineCount - 1).range;
  return replace(editor, new Range(end, end), text);
}

/** @returns the process of our language server that this extension host has started */
function serverProcess(): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], {encoding: 'utf8'}).split('\n');
  for (const line of processes) {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && args.includes('dist/server.cjs')) return Number(pid);
  }
  throw new Error('No server runs.');
}
