import {checklists, tally} from '../features/checklist.ts';
import {Places} from '../features/json.ts';
import type {Judgement} from '../judge.ts';
import {visible} from './excerpt.ts';

/**
 * What each section must say and whether it does, for people: with `colored`, answers are green and open questions yellow. It is to be
 * printed after the path.
 */
export function explanation(judgement: Judgement, colored: boolean): string {
  const {report} = judgement;
  const places = new Places(report.text);
  const paint = (color: number, text: string) => (colored ? `\x1b[${color}m${text}\x1b[0m` : text);
  const lines = ['', `  template '${report.template.id}' (${judgement.reason})`];
  for (const checklist of checklists(judgement)) {
    const {section, states} = checklist;
    if (states.length === 0) continue;
    const there =
      section.titles.length > 0 ? tally(checklist) : `missing · ${checklist.met} of ${states.length} answered`;
    lines.push('', `  ${visible(section.spec.title)} · ${there}`);
    for (const {requirement, met, evidence} of states) {
      const line = evidence ? ` (line ${places.at(evidence.start).line})` : '';
      lines.push(`    ${met ? paint(32, '✓') : paint(33, '✗')} ${visible(requirement.question)}${line}`);
      if (!met && requirement.example) lines.push(`        for example: ${visible(requirement.example)}`);
    }
  }
  return `${lines.join('\n')}\n\n`;
}
