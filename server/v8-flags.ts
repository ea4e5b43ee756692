/** Flags of V8 that change speed and nothing else, by the versions of V8 that know them: others complain on standard error. */
const versions: Readonly<Record<string, RegExp>> = {
  // Node 20.
  '--interrupt-budget': /^11\.3\./,
  // Node 20 to 25.
  '--no-regexp-tier-up': /^1[1-4]\./,
  '--max-inlined-bytecode-size-cumulative': /^1[1-4]\./,
};

/**
 * @param flags as `--name` or `--name=value`
 * @param version of V8
 * @returns those of them that this version knows
 */
export function knownFlags(flags: readonly string[], version: string = process.versions.v8): string[] {
  return flags.filter(flag => versions[flag.replace(/=.*/, '')]?.test(version));
}
