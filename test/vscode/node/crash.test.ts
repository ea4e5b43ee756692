import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {Range, type TextEditor} from 'vscode';
import {diagnostic, diagnostics, open, replace} from '../suite/documents.ts';

/** The variable KILLS asks for more: each takes about a second. */
const kills = Number(process.env['KILLS'] ?? 3);

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

  it('loses no text, however often it dies while someone types', async function () {
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
    assert.equal(document.getText(), `${before}${'ab'.repeat(kills)}`);
    console.log(`      back after at most ${Math.round(Math.max(...times))} ms, ${kills} times`);
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
