/** Our server without its memory: every version is read and judged from the beginning. */
import {diagnostics} from '../../server/features/diagnostics.ts';
import {judge} from '../../server/judge.ts';
import {defaults} from '../../server/settings.ts';
import {serveDiagnostics} from './simple-server.ts';

serveDiagnostics(document => {
  const judgement = judge(document.text, {settings: defaults, path: 'postmortem'});
  return judgement ? diagnostics({...judgement, document, problems: []}, false) : [];
});
