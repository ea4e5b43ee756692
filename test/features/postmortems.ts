import assert from 'node:assert/strict';
import type {Postmortem} from '../../server/features/postmortem.ts';
import {judge} from '../../server/judge.ts';
import {LspDocument} from '../../server/lsp.ts';
import {defaults} from '../../server/settings.ts';

/** A text as an open postmortem, whatever it says. */
export function postmortemOf(text: string): Postmortem {
  const judgement = judge(text, {settings: defaults, path: 'postmortem', forced: true});
  assert.ok(judgement);
  return {...judgement, document: new LspDocument('file:///incidents/one.md', 'markdown', 1, text), problems: []};
}
