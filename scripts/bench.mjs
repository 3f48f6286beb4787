// `npm run bench [-- --json]`: measures Postkey against a floor or a peer in the same run.
import { runProgram } from './running/run-program.mjs';
import { endWith } from './set-up/end-with.mjs';

await endWith(() => runProgram('e2e/bench/bench.ts', process.argv.slice(2)));
