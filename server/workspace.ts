import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  Emitter,
  type InitializeParams,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import {URI} from 'vscode-uri';
import {type ClientSupport, clientSupport} from './client-support.ts';
import {type Configuration, Configurations, isConfigurationFile} from './configuration.ts';
import type {ConfiguredTemplate} from './configured-template.ts';
import {configurationDiagnostics, diagnostics} from './features/diagnostics.ts';
import type {Postmortem} from './features/postmortem.ts';
import {isTemplateFile, templateDiagnostics} from './features/template-file.ts';
import {type Files, isWithin} from './files.ts';
import {LspDocument} from './lsp.ts';
import {type Given, OpenPostmortems} from './open-postmortems.ts';
import {isMapping} from './setting-kinds.ts';
import {inTime, unlessCancelled} from './turns.ts';

/** So many milliseconds the client's settings are waited for; then what is known holds until they come. */
const patience = 5000;

/** All that the server remembers: open documents, folders, settings, what the client can do. The rest is derived, by version and text. */
export class Workspace {
  support: ClientSupport = clientSupport({capabilities: {}, processId: null, rootUri: null});
  readonly documents = new TextDocuments<LspDocument>({
    create: (uri, language, version, text) => new LspDocument(uri, language, version, text, this.support.encoding),
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });
  /** The client shows our own reports, and wants to know when they may be stale. */
  isAskedForReports = false;
  /** What was told of these documents is not so any more, although they did not change. */
  readonly #outdated = new Emitter<readonly string[]>();
  readonly onOutdated = this.#outdated.event;
  readonly #connection: Connection;
  readonly #configurations: Configurations;
  #folders: readonly string[] = [];
  /** Settings that the client sent by itself, the later ones win. */
  #initialSettings: unknown;
  #sentSettings: unknown;
  readonly #configurationOf = new Map<string, Promise<Configuration>>();
  readonly #postmortems = new OpenPostmortems();
  /** Open documents that were no templates when somebody asked last. */
  readonly #noTemplates = new WeakSet<LspDocument>();

  constructor(connection: Connection, files: Files) {
    this.#connection = connection;
    this.#configurations = new Configurations(files, () => this.#tellOfTemplates());
    this.documents.onDidClose(({document}) => this.#configurationOf.delete(document.uri));
  }

  open(params: InitializeParams): void {
    this.support = clientSupport(params);
    this.#initialSettings = params.initializationOptions;
    const {workspaceFolders, rootUri} = params;
    this.#folders = workspaceFolders?.map(({uri}) => uri) ?? (rootUri ? [rootUri] : []);
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({uri}) => uri));
    this.#folders = [...this.#folders.filter(uri => !gone.has(uri)), ...added.map(({uri}) => uri)];
    this.forgetConfiguration();
  }

  /** @param settings of `workspace/didChangeConfiguration`: ours under `postmortem`, or nothing when the client wants to be asked. */
  changeSettings(settings: unknown): void {
    this.#sentSettings = isMapping(settings) && 'postmortem' in settings ? settings['postmortem'] : undefined;
    this.forgetConfiguration();
  }

  /** Configuration is looked up again, and everything that depends on it is derived again. */
  forgetConfiguration(): void {
    this.#configurations.forget();
    this.#configurationOf.clear();
  }

  /** What holds for a document that need not be open, or there at all. */
  configurationOf(uri = 'untitled:new.md', token?: CancellationToken): Promise<Configuration> {
    return unlessCancelled(this.#configure(uri), token);
  }

  /** Templates that nobody names but that lie where teams keep them. */
  offeredTemplates(configuration: Configuration): Promise<readonly ConfiguredTemplate[]> {
    return this.#configurations.offered(configuration);
  }

  dependsOn(uri: string): boolean {
    return this.#configurations.dependOn(uri);
  }

  /**
   * @param token of the request that asks
   * @returns the open document at its present version; `undefined` when it is no postmortem
   * @throws {ResponseError} where the request was taken back meanwhile
   */
  async postmortem(uri: string, token?: CancellationToken): Promise<Postmortem | undefined> {
    while (this.documents.get(uri)) {
      const {text, ...given} = await unlessCancelled(this.#given(uri), token);
      const document = this.documents.get(uri);
      if (!document || !isMarkdown(document) || this.#isAside(document)) return undefined;
      if (document.text !== text) continue;
      await this.#postmortems.judge(document, given);
      const known = this.#postmortems.known(document, given.configuration);
      if (known) return known.postmortem;
    }
    return undefined;
  }

  /** What is wrong with an open document: a postmortem, a template or a configuration file. Nothing for any other. */
  async diagnostics(uri: string, token?: CancellationToken): Promise<Diagnostic[]> {
    const postmortem = await this.postmortem(uri, token);
    if (postmortem) return diagnostics(postmortem, this.support.relatedInformation);
    if (this.documents.get(uri) && isConfigurationFile(uri)) return this.#configurationDiagnostics(uri);
    const template = this.templateFile(uri);
    return template ? templateDiagnostics(template) : [];
  }

  /** Templates are looked for meanwhile: what is answered is of the document that is there then. */
  async #configurationDiagnostics(uri: string): Promise<Diagnostic[]> {
    for (;;) {
      const text = this.documents.get(uri)?.text ?? '';
      const problems = await this.#configurations.problemsIn(uri, text, this.#folderOf(uri));
      const document = this.documents.get(uri);
      if (!document) return [];
      if (document.text === text) return configurationDiagnostics(document, problems);
    }
  }

  /** @returns the open document, if it is a template */
  templateFile(uri: string): LspDocument | undefined {
    const document = this.documents.get(uri);
    return document && isMarkdown(document) && this.#isAside(document) ? document : undefined;
  }

  /** Is it a file that says what postmortems are to be like, and none itself? */
  #isAside(document: LspDocument): boolean {
    const isAside = this.#configurations.dependOn(document.uri) || isTemplateFile(document.text);
    if (isAside) this.#noTemplates.delete(document);
    else this.#noTemplates.add(document);
    return isAside;
  }

  /** A document that was taken for a postmortem is one no more where it is named or offered as a template. */
  #tellOfTemplates(): void {
    const taken = this.documents.all().filter(document => this.#noTemplates.has(document));
    const named = taken.filter(document => this.#isAside(document));
    if (named.length > 0) this.#outdated.fire(named.map(({uri}) => uri));
  }

  /** What an open document is judged by, and the text that says so. */
  async #given(uri: string): Promise<Given & {readonly text: string}> {
    const configuration = await this.#configuration(uri);
    const text = this.documents.get(uri)?.text ?? '';
    return {configuration, own: await this.#configurations.withTemplateOf(text, configuration), text};
  }

  #configuration(uri: string): Promise<Configuration> {
    const known = this.#configurationOf.get(uri);
    if (known) return known;
    const configured = this.#configure(uri, late => {
      if (late === undefined || this.#configurationOf.get(uri) !== configured) return;
      this.#configurationOf.set(uri, this.#configureBy(uri, late));
      this.#outdated.fire([uri]);
    });
    this.#configurationOf.set(uri, configured);
    return configured;
  }

  /** @param onLate is given settings that come when nobody waits for them any more */
  async #configure(uri: string, onLate: (settings: unknown) => void = () => undefined): Promise<Configuration> {
    const asked = this.support.configuration ? await inTime(this.#askForSettings(uri), patience, onLate) : undefined;
    return this.#configureBy(uri, asked);
  }

  #configureBy(uri: string, asked: unknown): Promise<Configuration> {
    const settings = [this.#initialSettings, this.#sentSettings, asked];
    return this.#configurations.of({uri, root: this.#folderOf(uri), settings});
  }

  async #askForSettings(uri: string): Promise<unknown> {
    try {
      return await this.#connection.workspace.getConfiguration({scopeUri: uri, section: 'postmortem'});
    } catch (error) {
      this.#connection.console.warn(`The editor's settings could not be read: ${String(error)}`);
      return undefined;
    }
  }

  /** The innermost workspace folder that holds the document; for one that lies nowhere yet, the first folder. */
  #folderOf(uri: string): string | undefined {
    if (URI.parse(uri).scheme === 'untitled') return this.#folders[0];
    const around = this.#folders.filter(folder => isWithin(uri, folder));
    return around.sort((a, b) => b.length - a.length)[0];
  }
}

function isMarkdown({languageId, uri}: LspDocument): boolean {
  return languageId === 'markdown' || /\.(?:md|markdown)$/i.test(URI.parse(uri).path);
}
