import type {Template, TemplateSection} from '../model/template.ts';
import {readOutline} from './outline.ts';
import {findPlaceholders} from './placeholders.ts';

/** A snippet as VS Code keeps it in a `.code-snippets` file. */
export interface Snippet {
  readonly prefix: readonly string[];
  /** Lines, with tab stops. */
  readonly body: readonly string[];
  readonly description: string;
}

/**
 * Snippets of a template by name: the whole postmortem, each section, an entry of the timeline, an action item.
 *
 * @param prefix begins what one types: `postmortem` for the whole, `postmortem-timeline` for a section.
 */
export function templateSnippets(template: Template, prefix = 'postmortem'): Record<string, Snippet> {
  const snippets: Record<string, Snippet> = {
    [`${template.name}: whole postmortem`]: {
      prefix: [prefix],
      body: scaffoldSnippet(template.scaffold).trimEnd().split(/\r?\n/),
      description: template.description,
    },
  };
  for (const section of template.sections) {
    snippets[`${template.name}: ${section.title}`] = {
      prefix: [`${prefix}-${section.id}`],
      body: sectionSnippet(section, section.level).split('\n'),
      description: `Section '${section.title}'`,
    };
  }
  return {...snippets, ...itemSnippets(prefix)};
}

function itemSnippets(prefix: string): Record<string, Snippet> {
  return {
    'Timeline entry': {
      prefix: [`${prefix}-entry`],
      body: [`- \${1:$CURRENT_HOUR:$CURRENT_MINUTE} \${2:UTC} - \${3:{{ what happened \\}\\}}$0`],
      description: 'An entry of the timeline, at the present time',
    },
    'Action item': {
      prefix: [`${prefix}-action`],
      body: [
        `- [ ] \${1:{{ specific task \\}\\}} (\${2:{{ owner \\}\\}}, \${3:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE})$0`,
      ],
      description: 'A task with its owner and date',
    },
  };
}

/** Heading and scaffold of one section with tab stops. Where the scaffold has no gaps, its prompts are the stops. */
export function sectionSnippet({title, prompts, scaffold}: TemplateSection, level: number): string {
  const heading = `${'#'.repeat(level)} ${escapeSnippet(title)}`;
  const stops = new TabStops();
  const visible = withoutComments(scaffold)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const filled = stops.fill(visible);
  if (stops.count > 0) return `${heading}\n\n${filled}`;
  const gaps = prompts.map(prompt => stops.stop(gapOf(prompt)));
  return `${heading}\n\n${gaps.length > 0 ? gaps.join('\n\n') : '$1'}`;
}

/** The whole scaffold with tab stops at its gaps, and one in each section that has neither gaps nor sections in it. */
export function scaffoldSnippet(scaffold: string): string {
  const {places} = readOutline(scaffold);
  const stops = new TabStops();
  let snippet = '';
  let at = 0;
  for (const {body} of places) {
    snippet += stops.fill(scaffold.slice(at, body.start));
    const before = stops.count;
    const text = scaffold.slice(body.start, body.end);
    const filled = stops.fill(text);
    const isParent = places.some(({parent}) => parent?.body === body);
    snippet += stops.count > before || isParent ? filled : `${filled.trimEnd()}\n\n${stops.stop('')}${blankEnd(text)}`;
    at = body.end;
  }
  return snippet + stops.fill(scaffold.slice(at));
}

/** Line ends at the end of a text. */
function blankEnd(text: string): string {
  return text.slice(text.trimEnd().length) || '\n';
}

/** Snippet syntax of LSP and VS Code: `$`, `}` and `\` are written with a backslash. */
export function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** What is to be filled in, as templates write it. */
export function gapOf(prompt: string): string {
  return `{{ ${prompt.replaceAll(/[{}]/g, '')} }}`;
}

class TabStops {
  count = 0;

  stop(hint: string): string {
    this.count++;
    return hint === '' ? `$${this.count}` : `\${${this.count}:${escapeSnippet(hint)}}`;
  }

  /** Escapes a text and makes its placeholders stops, as they stand: what is not filled in is still a gap. Those in comments stay. */
  fill(text: string): string {
    let filled = '';
    let at = 0;
    for (const comment of [...commentsIn(text), {start: text.length, end: text.length}]) {
      filled +=
        this.#fillVisible(text.slice(at, comment.start)) + escapeSnippet(text.slice(comment.start, comment.end));
      at = comment.end;
    }
    return filled;
  }

  #fillVisible(text: string): string {
    let filled = '';
    let at = 0;
    for (const {start, end} of findPlaceholders(text)) {
      filled += escapeSnippet(text.slice(at, start)) + this.stop(text.slice(start, end));
      at = end;
    }
    return filled + escapeSnippet(text.slice(at));
  }
}

function commentsIn(text: string): {start: number; end: number}[] {
  const comments: {start: number; end: number}[] = [];
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', comments.at(-1)?.end)) {
    const close = text.indexOf('-->', at);
    comments.push({start: at, end: close < 0 ? text.length : close + 3});
  }
  return comments;
}

function withoutComments(text: string): string {
  let visible = '';
  let at = 0;
  for (const {start, end} of commentsIn(text)) {
    visible += text.slice(at, start);
    at = end;
  }
  return visible + text.slice(at);
}
