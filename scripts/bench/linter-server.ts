/**
 * A linter that comes without a language server, or whose server cannot be had from the registry, in a server that does nothing
 * besides and waits for nothing.
 *
 *     node linter-server.cjs markdownlint FILE   the file is the linter's main module
 */
import {pathToFileURL} from 'node:url';
import type {Diagnostic} from 'vscode-languageserver';
import {serveDiagnostics} from './simple-server.ts';

type Lint = (text: string) => Diagnostic[];

const sections = ['Issue Summary', 'Timeline', 'Root cause and resolution', 'Corrective and preventative measures'];

/** What each linter's module gives, as far as it is used here, and how a text is linted with it. */
const linters: Readonly<Record<string, (path: string) => Promise<Lint>>> = {
  /** All rules but for the length of lines, as its users have them. */
  markdownlint: async path => {
    const {lint}: Markdownlint = await import(pathToFileURL(path).href);
    return text =>
      (lint({strings: {text}, config: {MD013: false}})['text'] ?? []).map(({lineNumber, ruleDescription}) =>
        diagnosticOf(lineNumber, ruleDescription),
      );
  },
  /** Its rules on sections: they are there, and in order. */
  contextlint: async path => {
    const {parseDocument, resolveRule, runRules}: Contextlint = await import(pathToFileURL(path).href);
    const rules = [resolveRule('sec001', {sections}), resolveRule('sec002', {order: sections})];
    return text =>
      runRules(rules, parseDocument(text), 'postmortem.md').map(({line, message}) => diagnosticOf(line, message));
  },
};

interface Markdownlint {
  lint(options: {
    strings: Record<string, string>;
    config: Record<string, unknown>;
  }): Record<string, {lineNumber: number; ruleDescription: string}[]>;
}

interface Contextlint {
  parseDocument(text: string): unknown;
  resolveRule(name: string, options: object): unknown;
  runRules(rules: unknown[], document: unknown, path: string): {line: number; message: string}[];
}

async function main([name = '', path = '']: string[]): Promise<void> {
  const lint = await linters[name]?.(path);
  if (!lint) throw new Error(`no linter ${name}`);
  serveDiagnostics(({text}) => lint(text));
}

/** @param number of the line, from 1; 0 for the whole text */
function diagnosticOf(number: number, message: string): Diagnostic {
  const line = Math.max(0, number - 1);
  return {range: {start: {line, character: 0}, end: {line: line + 1, character: 0}}, message};
}

// `--stdio`, which vscode-languageserver looks for, comes last.
void main(process.argv.slice(2));
