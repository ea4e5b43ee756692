/**
 * Makes the README's pictures in `docs/pictures/` from the real editor, on the sample postmortem, and the icon from its drawing.
 * A new picture is an entry in the list below.
 *
 *     node scripts/pictures.mjs                all of them
 *     node scripts/pictures.mjs quick-fix      those whose name contains this
 */
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {launchChromium} from '../test/vscode/browser.mjs';
import {openWorkbench} from '../test/vscode/workbench.mjs';
import {packageName} from './package.mjs';
import {main, runNode} from './run.mjs';

/** @typedef {import('../test/vscode/workbench.mjs').Workbench} Workbench */

/**
 * @typedef {object} Picture
 * @property {string} name of the file
 * @property {'Dark' | 'Light'} theme
 * @property {(workbench: Workbench) => Promise<unknown>} show brings on the screen what the picture is about
 * @property {string} [document] that is open; the sample by default
 * @property {{x: number, y: number, width: number, height: number}} [clip] CSS pixels; the whole window by default
 */

const viewport = {width: 1200, height: 760};
/** Pixels of a picture for each CSS pixel. */
const scale = 1.5;
/** The upper part of the editor. */
const editor = {x: 348, y: 72, width: viewport.width - 348, height: 440};

/** @type {Picture[]} */
const pictures = [
  {name: 'overview-light', theme: 'Light', show: showOutline},
  {name: 'overview-dark', theme: 'Dark', show: showOutline},
  {name: 'quick-fix', theme: 'Dark', show: workbench => showQuickFix(workbench, 7, 'Make'), clip: editor},
  {name: 'hover', theme: 'Dark', show: workbench => showHover(workbench, 11, 3), clip: editor},
  {
    name: 'timeline',
    theme: 'Light',
    document: 'test/vscode/workspace/incidents/timeline.md',
    show: showTimeline,
    clip: {...editor, height: 560},
  },
];

/** @param {Workbench} workbench */
async function showOutline(workbench) {
  await workbench.command('Explorer: Focus on Postmortem View');
  await workbench.view('Postmortem').locator('.monaco-list-row').first().waitFor();
  await workbench.fold('incident');
  await workbench.command('View: Focus Active Editor Group');
}

/** @param {Workbench} workbench */
async function showTimeline(workbench) {
  await workbench.command('Postmortem: Show Timeline');
  const view = workbench.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await view.locator('svg .entry').first().waitFor();
}

/**
 * @param {Workbench} workbench
 * @param {number} line 1-based
 * @param {string} title
 */
async function showQuickFix(workbench, line, title) {
  await workbench.goTo(line);
  await workbench.quickFix(title);
}

/**
 * @param {Workbench} workbench
 * @param {number} line 1-based
 * @param {number} column 1-based
 */
async function showHover(workbench, line, column) {
  await workbench.goTo(line, column);
  await workbench.command('Show or Focus Hover');
  await workbench.page.locator('.monaco-hover', {hasText: 'Quick Fix'}).waitFor();
}

/**
 * @param {Picture} picture
 */
async function take({name, theme, document, show, clip}) {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-'));
  const incident = join(folder, 'incident');
  cpSync('test/fixtures/sample', incident, {recursive: true});
  if (document) cpSync(document, join(incident, 'README.md'));
  const settings = {
    'workbench.colorTheme': `Default ${theme} Modern`,
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.lineNumbersMinChars': 3,
    'workbench.layoutControl.enabled': false,
  };
  const workbench = await openWorkbench({vsix: packageName(), folder: incident, settings, viewport, scale});
  try {
    const text = await workbench.open('README.md');
    for (const sign of ['.squiggly-warning', '.codelens-decoration']) await text.locator(sign).first().waitFor();
    await show(workbench);
    await workbench.page.screenshot({path: `docs/pictures/${name}.png`, ...(clip ? {clip} : {})});
    console.log(`  docs/pictures/${name}.png`);
  } finally {
    await workbench.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Marketplaces take no SVG. */
async function drawIcon() {
  const size = 256;
  const browser = await launchChromium();
  const page = await browser.newPage({viewport: {width: size, height: size}});
  const drawing = readFileSync('images/icon.svg', 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({path: 'images/icon.png', omitBackground: true});
  await browser.close();
  console.log('  images/icon.png');
}

await main(import.meta, async ([wanted = '']) => {
  mkdirSync('docs/pictures', {recursive: true});
  if ('icon'.includes(wanted)) await drawIcon();
  const chosen = pictures.filter(({name}) => name.includes(wanted));
  if (chosen.length > 0) await runNode('scripts/package.mjs');
  for (const picture of chosen) await take(picture);
});
