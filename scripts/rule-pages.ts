import {makeReport} from '../server/evidence/make-report.ts';
import {rules} from '../server/rules/all.ts';
import type {Example, Rule} from '../server/rules/rule.ts';
import {builtInTemplate, defaultTemplate} from '../server/templates/all.ts';

/** Pages on rules by path: one for each, which diagnostics link to, and a table of all. */
export function rulePages(): Record<string, string> {
  const pages = rules.map(rule => [`docs/rules/${rule.code}.md`, page(rule)]);
  return {'docs/rules.md': index(), ...Object.fromEntries(pages)};
}

function index(): string {
  const rows = [...rules]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(
      rule =>
        `| [${rule.code}](rules/${rule.code}.md) | ${rule.summary} | ${rule.severity} | ${isFixed(rule) ? 'yes' : ''} |`,
    );
  return `# Rules

Severities can be changed, and rules switched off, in the [settings](configuration.md); single findings are silenced by a
[comment](configuration.md#in-the-text).

| Rule | Reports | Severity | Fix |
|---|---|---|---|
${rows.join('\n')}
`;
}

function page(rule: Rule): string {
  const {code, summary, why, severity, structural, examples} = rule;
  const isAutomatic = structural ? ' "Fix all structural problems" and `postmortem fix` apply it.' : '';
  return `# ${code}

${summary}.

- Severity: ${severity}, unless set otherwise
- Fix: ${isFixed(rule) ? `yes.${isAutomatic}` : 'none'}

## Why

${why}

## Examples

${examples.map(example).join('\n\n')}

## Switching it off

In \`.postmortem.yaml\`, or in the editor's settings under \`postmortem.rules\`:

\`\`\`yaml
rules:
  ${code}: off
\`\`\`

For one place in a text:

\`\`\`markdown
<!-- postmortem-disable-next-line ${code} -->
\`\`\`
`;
}

function isFixed(rule: Rule): boolean {
  return rule.examples.some(({text, template, fixed}) => {
    const report = makeReport(withoutMarks(text), builtInTemplate(template ?? '') ?? defaultTemplate());
    return fixed !== undefined || [...rule.check(report)].some(({fixes = []}) => fixes.length > 0);
  });
}

function example({name, text, fixed, template}: Example): string {
  const reported = [...text.matchAll(/⟦([^⟧]*)⟧/g)].map(
    ([, marked = '']) => marked.split('\n')[0]?.trim() || 'the place',
  );
  const heading = `### ${sentence(name)}${template ? ` (template \`${template}\`)` : ''}`;
  const found = reported.length === 0 ? 'Nothing is reported:' : `Reported at ${reported.map(code).join(', ')}:`;
  const parts = [heading, found, fenced(withoutMarks(text))];
  return [...parts, ...(fixed === undefined ? [] : ['After the fix:', fenced(fixed)])].join('\n\n');
}

function withoutMarks(text: string): string {
  return text.replaceAll(/[⟦⟧]/g, '');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A span of code that may have backticks in it. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function fenced(text: string): string {
  return `\`\`\`\`markdown\n${text.endsWith('\n') ? text : `${text}\n`}\`\`\`\``;
}
