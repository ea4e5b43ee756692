/** Runs extensions in the browser's web worker instead of the server's extension host. */
import {createReadStream, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';

const contentTypes = new Map([
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.css', 'text/css'],
  ['.html', 'text/html'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
]);

/**
 * Serves folders over HTTP: the worker refuses to start workers of its own for extensions that lie on the remote machine.
 *
 * @param {readonly string[]} folders
 */
export async function serveFolders(folders) {
  const server = createServer((request, response) => {
    const [, index, ...rest] = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).split('/');
    const folder = folders[Number(index)];
    const file = folder && join(folder, normalize(`/${rest.join('/')}`));
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    if (!file || !statSync(file, {throwIfNoEntry: false})?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', contentTypes.get(extname(file)) ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  /** @type {Promise<void>} */
  const listening = new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  await listening;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The static server has no port.');

  return {
    /**
     * @param {string} path absolute, in one of the folders
     * @returns {{scheme: string, authority: string, path: string}} its URI as the workbench takes it
     */
    uri(path) {
      const index = folders.findIndex(folder => path === folder || path.startsWith(folder + sep));
      const inside = path.slice(folders[index]?.length);
      return {scheme: 'http', authority: `localhost:${address.port}`, path: `/${index}${inside}`};
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Adds to `developmentOptions` of the workbench's page, the only place where it learns of web extensions under development.
 * Done by an init script: Chromium takes a page fulfilled by a route for a public one, and refuses it a WebSocket to localhost.
 *
 * @param {import('playwright-core').Page} page
 * @param {Record<string, unknown>} options
 */
export async function addDevelopmentOptions(page, options) {
  await page.addInitScript(extra => {
    const {Element} = /** @type {PageGlobals} */ (/** @type {unknown} */ (globalThis));
    const {getAttribute} = Element.prototype;
    Element.prototype.getAttribute = function (name) {
      const value = getAttribute.call(this, name);
      if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
      const configuration = JSON.parse(value ?? '{}');
      configuration.developmentOptions = {...configuration.developmentOptions, ...extra};
      return JSON.stringify(configuration);
    };
  }, options);
}

/**
 * What the script above needs of a browser's globals.
 *
 * @typedef {{Element: {prototype: {id: string, getAttribute(name: string): string | null}}}} PageGlobals
 */
