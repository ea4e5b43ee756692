/** The browser that shows the workbench. Only Node built-ins: set-up asks for it before anything is installed. */
import {existsSync} from 'node:fs';

/** @returns {string | undefined} the Chromium to use */
export function findChromium() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return process.env['CHROMIUM'] ?? places.find(place => existsSync(place));
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchChromium() {
  const {chromium} = await import('playwright-core');
  const executablePath = findChromium();
  return chromium.launch({args: quiet, ...(executablePath === undefined ? {} : {executablePath})});
}

/**
 * The page sees this machine and nothing else.
 *
 * @param {import('playwright-core').Page} page
 */
export async function blockNetwork(page) {
  const isOutside = (/** @type {URL} */ {protocol, hostname}) =>
    /^https?:$/.test(protocol) && !['localhost', '127.0.0.1'].includes(hostname);
  await page.route(isOutside, route => route.abort());
}
