import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type {ConfigurationProblem} from '../configuration-file.ts';
import {documentationOf} from '../documentation.ts';
import type {LspDocument} from '../lsp.ts';
import type {Severity} from '../rules/rule.ts';
import type {JudgedFinding} from '../rules/run.ts';
import type {Postmortem} from './postmortem.ts';

const source = 'postmortem';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is wrong with a postmortem. @param related does the client show related information? */
export function diagnostics({document, findings, misnamed}: Postmortem, related: boolean): Diagnostic[] {
  const found = findings.map(finding => diagnosticOf(document, finding, related));
  return misnamed ? [...configurationDiagnostics(document, [misnamed]), ...found] : found;
}

export function diagnosticOf(document: LspDocument, finding: JudgedFinding, related: boolean): Diagnostic {
  const {rule, severity, message, anchor} = finding;
  const diagnostic: Diagnostic = {
    range: document.range(finding.span),
    severity: severities[severity],
    code: rule,
    codeDescription: {href: documentationOf(rule, anchor)},
    source,
    message,
    data: {fixes: finding.fixes?.map(({title}) => title) ?? []},
  };
  if (!related || !finding.related?.length) return diagnostic;
  const relatedInformation = finding.related.map(each => ({
    location: {uri: document.uri, range: document.range(each)},
    message: each.message,
  }));
  return {...diagnostic, relatedInformation};
}

export function configurationDiagnostics(
  document: LspDocument,
  problems: readonly ConfigurationProblem[],
): Diagnostic[] {
  return problems.map(({span, message, severity}) => ({
    range: document.range(span),
    severity: severities[severity],
    source,
    message,
  }));
}

/**
 * The answer to `textDocument/diagnostic`. The id of a result names version and content, so that it is the same for the same
 * result whatever became of the server in between; a new version is always sent in full, for its ranges have moved.
 *
 * @param version of the document; `undefined` when it is not open
 */
export function diagnosticReport(
  items: Diagnostic[],
  version: number | undefined,
  previousResultId: string | undefined,
): DocumentDiagnosticReport {
  const resultId = `${version ?? ''}.${fingerprint(JSON.stringify(items))}`;
  if (resultId === previousResultId) return {kind: DocumentDiagnosticReportKind.Unchanged, resultId};
  return {kind: DocumentDiagnosticReportKind.Full, resultId, items};
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
