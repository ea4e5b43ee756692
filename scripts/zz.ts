import {postmortemOf} from './bench/documents.ts';
import {median} from './bench/samples.ts';
import {ownServers} from './bench/servers.ts';
import {takeTurns} from './bench/turns.ts';
const own = (await ownServers()).slice(0, 2).map((s, i) => i === 1 ? {...s, command: [s.command[0]!, '--cpu-prof', '--cpu-prof-dir=/tmp/prof', '--cpu-prof-interval=200', ...s.command.slice(1)]} : s);
console.log(own[1]!.command);
const turns = await takeTurns(own, postmortemOf(550), {seconds: 20, after: 3000});
console.log(turns.map(t => `${t.samples.length} p50 ${median(t.samples).toFixed(2)} cpu ${t.processor?.toFixed(2)}`));
