import {Judge} from '../server/evidence/judge.ts';
import {kinds as allKinds} from '../server/evidence/kinds.ts';
import type {Kind} from '../server/evidence/question.ts';
import {readStatements} from '../server/evidence/statements.ts';
import type {Requirement} from '../server/model/template.ts';
import type {Labelled} from './labelled.ts';

/** How often the engine says the same as the reader. "Unmet" is the positive class: it is what raises a finding. */
export interface Agreement {
  readonly cells: number;
  readonly agreed: number;
  /** Said to be unmet, and so the reader said. */
  readonly rightly: number;
  /** Said to be unmet where the reader found it. */
  readonly wrongly: readonly string[];
  /** Unmet, and not said to be. */
  readonly overlooked: readonly string[];
  /** With the cells that a fair reader could see either way. */
  readonly allCells: number;
  readonly allAgreed: number;
}

export function agreement(
  documents: readonly Labelled[],
  requirements: readonly Requirement[],
  kinds: Readonly<Record<string, Kind>> = allKinds,
): Agreement {
  const judge = new Judge(requirements, kinds);
  const tally = {cells: 0, agreed: 0, rightly: 0, allCells: 0, allAgreed: 0};
  const wrongly: string[] = [];
  const overlooked: string[] = [];
  for (const {name, reading, met, borderline} of documents) {
    for (const state of judge.judge(readStatements(reading))) {
      const {id} = state.requirement;
      const truth = met.get(id) ?? true;
      tally.allCells++;
      if (truth === state.met) tally.allAgreed++;
      if (borderline.has(id)) continue;
      tally.cells++;
      if (truth === state.met) tally.agreed++;
      if (!truth && !state.met) tally.rightly++;
      if (truth && !state.met) wrongly.push(`${name} ${id}`);
      if (!truth && state.met) overlooked.push(`${name} ${id}`);
    }
  }
  return {...tally, wrongly, overlooked};
}

export function agreementRow({cells, agreed, rightly, wrongly, overlooked, allCells, allAgreed}: Agreement): string {
  const columns = [
    ratio(agreed, cells),
    ratio(rightly, rightly + wrongly.length),
    ratio(rightly, rightly + overlooked.length),
    ratio(allAgreed, allCells),
  ];
  return columns.map(text => text.padStart(10)).join('');
}

export const agreementHeader = ['agreement', 'precision', 'recall', 'all cells']
  .map(text => text.padStart(10))
  .join('');

function ratio(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
