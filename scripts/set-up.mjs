// `npm run setup`: fetches what is missing and stops there.

import { endWith } from './set-up/end-with.mjs';
import { prepare } from './set-up/prepare.mjs';

await endWith(async () => {
  const { electron, env } = await prepare('tests');
  process.stdout.write(
    `Node      ${env.POSTKEY_NODE}\nElectron  ${electron.executable} (${electron.version}, ${electron.kind})\n`,
  );
  return 0;
});
