import assert from 'node:assert/strict';
import type {DocumentDiagnosticReport} from 'vscode-languageserver';
import {hostileInputs} from '../fuzz/hostile-inputs.ts';
import {RawSession} from './raw-session.ts';

/** MiB of heap that the server may have, for whatever is opened. */
const heap = 256;

describe('server: hostile documents, as long as they come', () => {
  let session: RawSession;
  before(async () => {
    session = new RawSession([`--max-old-space-size=${heap}`, 'dist/server.cjs', '--stdio']);
    await session.initialize({textDocument: {diagnostic: {}}});
  });
  after(() => session.dispose());

  const judged = async (uri: string) => {
    const {result, error} = await session.ask('textDocument/diagnostic', {textDocument: {uri}});
    assert.equal(error, undefined);
    return (result as DocumentDiagnosticReport | undefined)?.kind;
  };

  for (const [index, {name, make}] of hostileInputs.entries()) {
    it(`are opened, changed and closed: ${name}`, async () => {
      const uri = `file:///incidents/postmortems/${index}.md`;
      const text = `# Postmortem\n\n${make()}`;
      session.send({
        method: 'textDocument/didOpen',
        params: {textDocument: {uri, languageId: 'markdown', version: 1, text}},
      });
      assert.equal(await judged(uri), 'full');
      const at = {line: 2, character: 0};
      session.send({
        method: 'textDocument/didChange',
        params: {textDocument: {uri, version: 2}, contentChanges: [{range: {start: at, end: at}, text: 'x'}]},
      });
      assert.equal(await judged(uri), 'full');
      session.send({method: 'textDocument/didClose', params: {textDocument: {uri}}});
    }).timeout(60_000);
  }
});
