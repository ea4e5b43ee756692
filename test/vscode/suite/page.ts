/** Imported before mocha: its browser bundle asks the page's address for options, and Node has no page. */
if (!('location' in globalThis)) Object.assign(globalThis, {location: {search: ''}});
