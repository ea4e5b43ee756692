import {type CodeAction, type CodeActionContext, CodeActionKind, type Range} from 'vscode-languageserver';
import type {ClientSupport} from '../client-support.ts';
import type {Judgement} from '../judge.ts';
import {workspaceEdit} from '../lsp.ts';
import {mendInSteps} from '../mend.ts';
import {SharedWork, type Steps} from '../model/steps.ts';
import type {Edit, Span} from '../model/text.ts';
import {rules} from '../rules/all.ts';
import {minimalEdits} from '../rules/minimal-edits.ts';
import {missingContent} from '../rules/missing-content.ts';
import {isMissing, missingSection} from '../rules/missing-section.ts';
import type {Fix} from '../rules/rule.ts';
import type {JudgedFinding} from '../rules/run.ts';
import {insertSections} from '../rules/structure/insert-section.ts';
import {suppress} from '../rules/suppress.ts';
import {wordCount} from '../rules/word-count.ts';
import {diagnosticOf} from './diagnostics.ts';
import type {Postmortem} from './postmortem.ts';
import {diagramActions} from './timeline-diagram.ts';

/** Mends everything that can be mended without being looked at; editors run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.postmortem`;

/**
 * What can be done about the findings in a range: the fixes of what stands there, of what is missing, then what concerns several, then
 * silence, and at last everything at once.
 */
export function* codeActions(
  postmortem: Postmortem,
  range: Range,
  {only}: CodeActionContext,
  support: ClientSupport,
): Steps<CodeAction[]> {
  const span = postmortem.document.span(range);
  const here = postmortem.findings.filter(finding => touches(finding.span, span));
  const wanted = (kind: CodeActionKind) => !only || only.some(asked => isWithin(kind, asked));
  const mends = wanted(fixAllKind) || (wanted(CodeActionKind.QuickFix) && isOneOfSeveral(here, postmortem));
  if (wanted(CodeActionKind.QuickFix))
    for (const {fixes = []} of here) for (const fix of fixes) if (fix.prepare) yield* fix.prepare();
  const actions = new Actions(postmortem, support, mends ? yield* mendingsOf(postmortem) : []);
  return [
    ...(wanted(CodeActionKind.QuickFix) ? actions.quickFixes(here) : []),
    ...(wanted(CodeActionKind.QuickFix) ? diagramActions(postmortem, range, support.edits) : []),
    ...(wanted(fixAllKind) ? actions.fixAll() : []),
  ];
}

/** `quickfix` holds `quickfix.x`, the empty kind holds all. */
function isWithin(kind: CodeActionKind, asked: CodeActionKind): boolean {
  return asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`);
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Is it about something that is not there, and only shown here? */
function isAbsence({rule}: JudgedFinding): boolean {
  return rule === missingSection.code || rule === missingContent.code || rule === wordCount.code;
}

/** Is it mended with all others, without being looked at? */
function isMendable({rule, fixes}: JudgedFinding): boolean {
  return fixes?.[0]?.safe === true && rules.some(({code, structural}) => structural && code === rule);
}

function isOneOfSeveral(here: readonly JudgedFinding[], {findings}: Postmortem): boolean {
  return here.some(isMendable) && findings.filter(isMendable).length > 1;
}

const known = new WeakMap<Judgement['report'], SharedWork<readonly Edit[]>>();

/** The edits that mend a document, worked out once for each version: editors ask again wherever the cursor goes. */
function mendingsOf(postmortem: Postmortem): Steps<readonly Edit[]> {
  const work = known.get(postmortem.report) ?? new SharedWork(mendings(postmortem));
  known.set(postmortem.report, work);
  return work.made();
}

function* mendings(postmortem: Postmortem): Steps<readonly Edit[]> {
  const mended = yield* mendInSteps(postmortem);
  yield;
  return minimalEdits(postmortem.report.text, mended);
}

class Actions {
  readonly #postmortem: Postmortem;
  readonly #support: ClientSupport;
  readonly #mendings: readonly Edit[];

  constructor(postmortem: Postmortem, support: ClientSupport, mendings: readonly Edit[]) {
    this.#postmortem = postmortem;
    this.#support = support;
    this.#mendings = mendings;
  }

  quickFixes(here: readonly JudgedFinding[]): CodeAction[] {
    const ordered = [...here.filter(finding => !isAbsence(finding)), ...here.filter(isAbsence)];
    return [
      ...ordered.flatMap(finding => this.#fixes(finding)),
      ...this.#addAllMissing(ordered),
      ...this.#ignores(ordered),
      ...(isOneOfSeveral(here, this.#postmortem) ? this.fixAll(CodeActionKind.QuickFix) : []),
    ];
  }

  fixAll(kind = fixAllKind): CodeAction[] {
    return this.#mendings.length === 0 ? [] : [this.#action('Fix all structural problems', kind, this.#mendings)];
  }

  #fixes(finding: JudgedFinding): CodeAction[] {
    const fixes = finding.fixes?.filter(({edits}) => edits.length > 0) ?? [];
    return fixes.map(({title, edits}, index) => ({
      ...this.#action(title, CodeActionKind.QuickFix, edits, [finding]),
      ...(index === 0 ? {isPreferred: true} : {}),
    }));
  }

  #addAllMissing(here: readonly JudgedFinding[]): CodeAction[] {
    const missing = this.#postmortem.findings.filter(({rule}) => rule === missingSection.code);
    if (missing.length < 2 || !here.some(finding => missing.includes(finding))) return [];
    const {report} = this.#postmortem;
    const specs = report.sections.filter(section => isMissing(report, section)).map(({spec}) => spec);
    const first = specs.filter(({oneOf}, index) => !oneOf || specs.findIndex(each => each.oneOf === oneOf) === index);
    const edits = insertSections(report, first);
    return edits ? [this.#action('Add all missing sections', CodeActionKind.QuickFix, edits, missing)] : [];
  }

  /** One for each rule and place: what it silences there, it silences for all. */
  #ignores(here: readonly JudgedFinding[]): CodeAction[] {
    const places = new Map<string, {readonly fix: Fix; readonly silenced: JudgedFinding[]}>();
    for (const finding of here) {
      const fix = suppress(this.#postmortem.report, finding);
      const place = JSON.stringify([fix.title, fix.edits]);
      const known = places.get(place);
      if (known) known.silenced.push(finding);
      else places.set(place, {fix, silenced: [finding]});
    }
    return [...places.values()].map(({fix: {title, edits}, silenced}) =>
      this.#action(title, CodeActionKind.QuickFix, edits, silenced),
    );
  }

  #action(
    title: string,
    kind: CodeActionKind,
    edits: readonly Edit[],
    mended: readonly JudgedFinding[] = [],
  ): CodeAction {
    const {document} = this.#postmortem;
    const diagnostics = mended.map(finding => diagnosticOf(document, finding, this.#support.relatedInformation));
    const edit = workspaceEdit(document, edits, this.#support.edits);
    return diagnostics.length > 0 ? {title, kind, diagnostics, edit} : {title, kind, edit};
  }
}
