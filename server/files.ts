/** The world outside of open documents, as the core's surroundings see it: files by URI, read only. */
export interface Files {
  /**
   * @param within URI of a folder: a file that lies elsewhere, also behind a symbolic link, is as if it were not there.
   * @returns the file's text; `undefined` when there is none
   * @throws when there is one that cannot be read; the message is for people
   */
  read(uri: string, within: string): Promise<string | undefined>;
}

/** @returns does the resource lie in the folder, or is it the folder itself? */
export function isWithin(uri: string, folder: string): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return uri === folder || uri.startsWith(prefix);
}
