/**
 * How long one waits, and what it costs: beside a server that does nothing, and beside other linters. Only ratios say something about
 * another machine.
 *
 *     npm run bench                        everything, in some ten minutes
 *     npm run bench -- keystroke growth    these parts
 *     npm run bench -- --write             writes the figures into docs/performance.md, too
 */
import {benchSize} from './bench/size.ts';

console.log(await benchSize());
