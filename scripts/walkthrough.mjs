// `npm run walkthrough [-- --out DIR --lang xx]`: takes the real window through the twelve steps and makes pictures of it.
import { runProgram } from './running/run-program.mjs';
import { endWith } from './set-up/end-with.mjs';

await endWith(() => runProgram('e2e/walkthrough/walkthrough.ts', process.argv.slice(2)));
