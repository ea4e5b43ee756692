/**
 * Differs for every version of the code of the command line. What is kept from run to run is kept under it. Bundles have it
 * (see `scripts/identity.mjs`); where it is empty nothing is kept.
 */
export const identity = '';
