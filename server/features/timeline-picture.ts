import type {Report} from '../evidence/report.ts';
import type {TimelinePicture} from '../protocol.ts';
import {documentTitle} from '../rules/structure/layout.ts';
import {drawTimeline} from './picture/drawing.ts';
import {element, escapeXml} from './picture/markup.ts';
import {subjectOf} from './picture/subject.ts';
import type {Postmortem} from './postmortem.ts';

/** The timeline drawn to scale, for a view that colours it by classes; `null` where there are fewer than two different times. */
export function timelinePicture({document, report}: Postmortem): TimelinePicture | null {
  const subject = subjectOf(report);
  if (!subject) return null;
  const title = titleOf(report);
  const {width, height, content} = drawTimeline(subject);
  const attributes = {viewBox: `0 0 ${width} ${height}`, class: 'timeline', role: 'group', 'aria-label': title};
  return {version: document.version, title, svg: element('svg', attributes, content)};
}

/** The timeline as an SVG file that brings its colours along; `undefined` where there are fewer than two different times. */
export function timelineImage(report: Report): string | undefined {
  const subject = subjectOf(report);
  if (!subject) return undefined;
  const {width, height, content} = drawTimeline(subject);
  const size = {viewBox: `0 0 ${width} ${height}`, width, height};
  const attributes = {xmlns: 'http://www.w3.org/2000/svg', ...size, class: 'timeline', role: 'img'};
  const title = element('title', {}, escapeXml(titleOf(report)));
  const background = element('rect', {class: 'background', width, height});
  return `${element('svg', attributes, `${title}<style>${styles}</style>${background}${content}`)}\n`;
}

function titleOf(report: Report): string {
  const heading = documentTitle(report)
    ?.text.replace(/^\W*(?:incident )?post-?mortem\W*/i, '')
    .trim();
  return heading ? `Timeline: ${heading}` : 'Timeline';
}

/** For pages of either brightness. Colours of the phases can be told apart by people who do not see red and green. */
const styles = `
.timeline { color-scheme: light dark; font: 14px system-ui, sans-serif; --paper: #fff; --ink: #1f2328; --faint: #6e7781; --line: #d0d7de }
@media (prefers-color-scheme: dark) { .timeline { --paper: #0d1117; --ink: #e6edf3; --faint: #8d96a0; --line: #30363d } }
.timeline text { fill: #1f2328; fill: var(--ink) }
.timeline .background { fill: #fff; fill: var(--paper) }
.timeline .band { fill: #d0d7de; fill: var(--line) }
.timeline .phase.undetected { fill: #b35900 }
.timeline .phase.investigating { fill: #d4a72c }
.timeline .phase.mitigating { fill: #0969da }
.timeline .phase.recovering { fill: #2da44e }
.timeline .break, .timeline line.tick { stroke: #6e7781; stroke: var(--faint) }
.timeline text.tick, .timeline text.date, .timeline .length { fill: #6e7781; fill: var(--faint) }
.timeline .leader { fill: none; stroke: #d0d7de; stroke: var(--line) }
.timeline .range { stroke: #1f2328; stroke: var(--ink); stroke-width: 4 }
.timeline .mark { fill: #fff; fill: var(--paper); stroke: #1f2328; stroke: var(--ink); stroke-width: 1.5 }
.timeline .milestone .mark { fill: #1f2328; fill: var(--ink) }
.timeline .target { fill: none }
.timeline .time, .timeline tspan.milestone { font-weight: 600 }
`;
