import {commands, type Disposable, Range, Selection, TextEditorRevealType, window} from 'vscode';
import type {ActivePostmortem, Postmortem} from '../active.ts';
import type {LanguageServer} from '../client.ts';
import type {Outline} from '../views/outline.ts';
import type {OutlineNode} from '../views/outline-tree.ts';
import {insertSection} from './insert-section.ts';

/** A click in the outline goes where the line of the outline is in the text, or inserts the section that is not there. */
export function openOutlineItem(server: LanguageServer, active: ActivePostmortem, outline: Outline): Disposable {
  return commands.registerCommand('postmortem.openOutlineItem', async ({id}: OutlineNode) => {
    const node = outline.node(id);
    if (!node || !active.postmortem) return;
    if (node.kind === 'missing') return insertSection(server, active.postmortem.document, node.section);
    if (node.target) await reveal(active.postmortem, node.target);
  });
}

async function reveal({document}: Postmortem, target: NonNullable<OutlineNode['target']>): Promise<void> {
  const range = new Range(target.start.line, target.start.character, target.end.line, target.end.character);
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
