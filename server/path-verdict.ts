/** An overview lies among postmortems, and by its name tells of all of them: `postmortems/README.md`. */
export type PathVerdict = 'postmortem' | 'overview' | 'excluded' | 'unknown';

/** In a folder of many; a folder for one incident has its postmortem under such a name. */
const overview =
  /\/(?:post-?mortems|incidents|(?:incident|outage)-?reports|outages)\/(?:readme|index)\.(?:md|markdown)$/i;

/** Is it an overview, by its path? */
export function isOverview(path: string): boolean {
  return overview.test(path);
}
