import type {InitializeParams} from 'vscode-languageserver';
import type {EditSupport, Encoding} from './lsp.ts';

/** What the client can do, as far as it makes a difference here. */
export interface ClientSupport {
  readonly encoding: Encoding;
  /** The client asks for diagnostics itself; else they are sent to it. Never both. */
  readonly pullsDiagnostics: boolean;
  readonly relatedInformation: boolean;
  /** Hovers may be Markdown. */
  readonly markdownHover: boolean;
  readonly edits: EditSupport;
  /** Completions may have tab stops. */
  readonly completionSnippets: boolean;
  /** The client answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** May be asked to tell of changed settings. */
  readonly registersConfiguration: boolean;
  /** May be asked to watch files. */
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  /** Has ranges for folding and selection in Markdown of its own; ours would be a second set. */
  readonly ownRanges: boolean;
  /** What may be asked to be pulled again. */
  readonly refresh: {readonly diagnostics: boolean; readonly codeLens: boolean; readonly inlayHints: boolean};
}

/** VS Code and what is built from it. */
const vscodes = /\b(?:code|vscodium|cursor|windsurf)\b/i;

/** Reads the client's capabilities; what is not said is not there. */
export function clientSupport({capabilities, clientInfo}: InitializeParams): ClientSupport {
  const {general, textDocument, workspace} = capabilities ?? {};
  const pull = textDocument?.diagnostic;
  return {
    encoding: general?.positionEncodings?.find(isEncoding) ?? 'utf-16',
    pullsDiagnostics: pull !== undefined,
    relatedInformation: Boolean(pull?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation),
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    edits: {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    },
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    ownRanges: vscodes.test(clientInfo?.name ?? ''),
    refresh: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
    },
  };
}

function isEncoding(kind: string): kind is Encoding {
  return kind === 'utf-16' || kind === 'utf-8' || kind === 'utf-32';
}
