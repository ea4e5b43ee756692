/** The page of the timeline's view: a frame that is sent pictures. Its only scripts and styles are those below. */

export interface PageTexts {
  readonly language: string;
  readonly title: string;
  /** Shown where there is no picture. */
  readonly empty: string;
}

/** What the editor tells the page. */
export interface PictureMessage {
  /** An `svg` element; `null` where there is no timeline. */
  readonly svg: string | null;
}

/** What the page tells the editor: it wants a picture, or someone chose what stands for a line (0-based). */
export type PageMessage = {readonly type: 'ready'} | {readonly type: 'open'; readonly line: number};

/**
 * @param nonce a secret for each page: without it the browser runs no script and takes no style, whatever a document says
 */
export function timelinePage({language, title, empty}: PageTexts, nonce: string): string {
  const own = `'nonce-${nonce}'`;
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src ${own}; style-src ${own}`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body>
<main id="picture" aria-label="${escapeHtml(title)}"></main>
<p id="empty" hidden>${escapeHtml(empty)}</p>
<script nonce="${nonce}">(${script})();</script>
</body>
</html>`;
}

/** @returns what the page said, or `undefined` if it is nothing that a page says */
export function readPageMessage(message: unknown): PageMessage | undefined {
  const {type, line} = Object(message) as {type?: unknown; line?: unknown};
  if (type === 'ready') return {type};
  return type === 'open' && Number.isSafeInteger(line) && Number(line) >= 0 ? {type, line: Number(line)} : undefined;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
  return text.replace(/[&<>"]/g, mark => entities[mark] ?? mark);
}

const styles = `
body { margin: 0; padding: 16px; color: var(--vscode-foreground); font-family: var(--vscode-font-family); }
svg { display: block; width: 100%; max-width: 720px; height: auto; overflow: visible; }
[data-line] { cursor: pointer; outline: none; }
[data-line]:focus-visible .target { stroke: var(--vscode-focusBorder); stroke-width: 2; }
[data-line]:hover .target { fill: var(--vscode-list-hoverBackground); stroke: var(--vscode-contrastActiveBorder); }
svg text { fill: var(--vscode-foreground); font-size: 14px; }
svg .background { fill: var(--vscode-editor-background); }
svg .band { fill: var(--vscode-descriptionForeground); opacity: 0.35; }
svg .phase { stroke: var(--vscode-contrastBorder); }
svg .phase.undetected { fill: var(--vscode-charts-red); }
svg .phase.investigating { fill: var(--vscode-charts-yellow); }
svg .phase.mitigating { fill: var(--vscode-charts-blue); }
svg .phase.recovering { fill: var(--vscode-charts-green); }
svg line.tick, svg .break { stroke: var(--vscode-descriptionForeground); }
svg text.tick, svg text.date, svg .length { fill: var(--vscode-descriptionForeground); }
svg .leader { fill: none; stroke: var(--vscode-descriptionForeground); opacity: 0.6; }
svg .range { stroke: var(--vscode-foreground); stroke-width: 4; }
svg .mark { fill: var(--vscode-editor-background); stroke: var(--vscode-foreground); stroke-width: 1.5; }
svg .milestone .mark { fill: var(--vscode-foreground); }
svg .target { fill: transparent; }
svg .time, svg tspan.milestone { font-weight: 600; }
`;

/** Runs in the page. */
const script = `function () {
  const editor = acquireVsCodeApi();
  const picture = document.getElementById('picture');
  const empty = document.getElementById('empty');
  const items = () => [...picture.querySelectorAll('[data-line]')];
  let shown;

  addEventListener('message', ({data: {svg}}) => {
    // Of a picture that is put in anew between pressing and releasing, the click is lost.
    if (svg === shown) return;
    shown = svg;
    const focused = items().indexOf(document.activeElement);
    picture.innerHTML = svg ?? '';
    empty.hidden = svg !== null;
    items().forEach((item, index) => item.setAttribute('tabindex', index === Math.max(focused, 0) ? '0' : '-1'));
    if (focused >= 0) items()[focused]?.focus();
  });

  const open = target => {
    const item = target.closest('[data-line]');
    if (item) editor.postMessage({type: 'open', line: Number(item.getAttribute('data-line'))});
  };
  addEventListener('click', ({target}) => open(target));

  const steps = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity};
  addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === ' ') open(event.target);
    const step = steps[event.key];
    const all = items();
    const at = all.indexOf(event.target);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    event.target.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });

  editor.postMessage({type: 'ready'});
}`;
