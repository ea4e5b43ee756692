import type {Nodes, Root} from 'mdast';
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table';
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item';
import {gfmTable} from 'micromark-extension-gfm-table';
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import type {Span} from '../text.ts';

/**
 * What a postmortem uses of GitHub Flavored Markdown: tables and task lists. Bare addresses are told from words by the mask;
 * footnotes and strikethrough change nothing that is read here, and footnotes make hostile input slow.
 */
function tablesAndTasks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmTaskListItem()];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()];
}

/** Set up by the first text that needs it: most postmortems do not. */
let reader: ReturnType<typeof makeReader> | undefined;

function makeReader() {
  return unified().use(remarkParse).use(tablesAndTasks).freeze();
}

/** The mdast of a Markdown text. Offsets are UTF-16 offsets into `text`, which must not begin with a byte-order mark. */
export function parseMarkdown(text: string): Root {
  reader ??= makeReader();
  return reader.parse(text);
}

/** Where a node stands, moved by `base`, the offset of the parsed text in the whole. */
export function spanOf(node: Nodes, base: number): Span {
  return {start: base + (node.position?.start.offset ?? 0), end: base + (node.position?.end.offset ?? 0)};
}
