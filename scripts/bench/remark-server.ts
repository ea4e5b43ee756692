/**
 * unified-language-server with remark-lint's recommended rules, as remark-language-server sets it up.
 *
 *     node remark-server.cjs SERVER PRESET   files of the main modules
 */
import {pathToFileURL} from 'node:url';

interface UnifiedLanguageServer {
  createUnifiedLanguageServer(options: Record<string, unknown>): void;
}

async function main([server = '', preset = '']: string[]): Promise<void> {
  const {createUnifiedLanguageServer}: UnifiedLanguageServer = await import(pathToFileURL(server).href);
  const {default: plugin} = await import(pathToFileURL(preset).href);
  createUnifiedLanguageServer({
    configurationSection: 'remark',
    processorName: 'remark',
    processorSpecifier: 'remark',
    rcName: '.remarkrc',
    packageField: 'remarkConfig',
    pluginPrefix: 'remark',
    ignoreName: '.remarkignore',
    plugins: [plugin],
  });
}

void main(process.argv.slice(2));
