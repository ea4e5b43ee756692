/** What is in the bundle of all verbs but `check`. Each part is evaluated when it is asked for. */

export const fix = async () => (await import('./fix.ts')).fix;
export const newDocument = async () => (await import('./new.ts')).newDocument;
export const derive = async () => (await import('./derive.ts')).derive;
export const timeline = async () => (await import('./timeline.ts')).timeline;
export const stats = async () => (await import('./stats.ts')).stats;
export const lsp = async () => (await import('./lsp.ts')).lsp;
