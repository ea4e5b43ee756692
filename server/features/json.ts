import type {Judgement} from '../judge.ts';
import {LspDocument} from '../lsp.ts';
import type {Marker, Section} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import type {Severity} from '../rules/rule.ts';
import {type MetricsJson, metricsJson, type TimelineJson, timelineJson} from './timeline-report.ts';

/** What `postmortem check --format json` prints: a public interface, described in `docs/cli.md`. */
export interface ReportJson {
  /** Changes when something here is renamed or removed; not when something is added. */
  readonly version: 1;
  readonly files: readonly FileJson[];
}

export interface FileJson {
  readonly path: string;
  readonly postmortem: boolean;
  /** Of a file that is no postmortem nothing else is known: `null`, and the lists are empty. */
  readonly template: string | null;
  readonly words: number | null;
  readonly wordRange: {readonly min: number | null; readonly max: number | null} | null;
  readonly sections: readonly SectionJson[];
  readonly requirements: readonly RequirementJson[];
  /** `null` where the document has no timeline. */
  readonly timeline: TimelineJson | null;
  /** Lengths of time by name, each with its definition; `null` where there is no timeline. */
  readonly metrics: Partial<MetricsJson> | null;
  readonly findings: readonly FindingJson[];
}

interface SectionJson {
  readonly id: string;
  readonly title: string;
  readonly status: Section['status'];
  readonly words: number;
  readonly headings: readonly {readonly line: number; readonly marker: Marker; readonly text: string}[];
}

interface RequirementJson {
  readonly id: string;
  readonly section: string;
  readonly met: boolean;
  /** Of the text that meets it. */
  readonly line: number | null;
}

interface FindingJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: {readonly start: PlaceJson; readonly end: PlaceJson};
}

/** Both count from 1; columns are UTF-16 units. */
interface PlaceJson {
  readonly line: number;
  readonly column: number;
}

/** @param judgement `undefined` for a file that is no postmortem */
export function fileJson(path: string, judgement: Judgement | undefined): FileJson {
  if (!judgement) {
    const nothing = {template: null, words: null, wordRange: null, timeline: null, metrics: null};
    return {path, postmortem: false, ...nothing, sections: [], requirements: [], findings: []};
  }
  const {report, findings, words} = judgement;
  const places = new Places(report.text);
  return {
    path,
    postmortem: true,
    template: report.template.id,
    words: report.words.total,
    wordRange: {min: words.min ?? null, max: words.max ?? null},
    sections: report.sections.map(({spec, status, words, titles}) => ({
      id: spec.id,
      title: spec.title,
      status,
      words,
      headings: titles.map(({line, marker, text}) => ({line: line + 1, marker, text})),
    })),
    requirements: report.requirements.map(({requirement: {id, section}, met, evidence}) => ({
      id,
      section,
      met,
      line: evidence ? places.at(evidence.start).line : null,
    })),
    timeline: timelineJson(report),
    metrics: metricsJson(report),
    findings: findings.map(({rule, severity, message, span}) => ({rule, severity, message, range: places.range(span)})),
  };
}

/** Lines and columns that count from 1. */
export class Places {
  readonly #document: LspDocument;

  constructor(text: string) {
    this.#document = new LspDocument('', 'markdown', 0, text);
  }

  at(offset: number): PlaceJson {
    const {line, character} = this.#document.positionAt(offset);
    return {line: line + 1, column: character + 1};
  }

  range({start, end}: Span): {start: PlaceJson; end: PlaceJson} {
    return {start: this.at(start), end: this.at(end)};
  }
}
