// `node scripts/sign-feed.mjs FOLDER`: signs what is said of an update (latest*.yml) with the makers' Ed25519 key, a PEM file that
// POSTKEY_UPDATE_KEY_FILE names, and prints the public key that a build has to carry. Loudly refuses any other kind of key.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWith } from './set-up/end-with.mjs';

await endWith(async () => {
  const [folder] = process.argv.slice(2);
  const keyFile = process.env.POSTKEY_UPDATE_KEY_FILE;
  if (folder === undefined || !keyFile) {
    throw new Error('Use: POSTKEY_UPDATE_KEY_FILE=key.pem node scripts/sign-feed.mjs FOLDER');
  }
  const key = createPrivateKey(readFileSync(keyFile));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} holds no Ed25519 key.`);
  const feeds = readdirSync(folder).filter((name) => /^latest(?:-[a-z0-9-]+)?\.yml$/u.test(name));
  if (feeds.length === 0) throw new Error(`No latest.yml lies in ${folder}.`);
  for (const name of feeds) {
    const path = join(folder, name);
    writeFileSync(`${path}.sig`, `${sign(null, readFileSync(path), key).toString('base64')}\n`);
    console.log(`signed ${path}`);
  }
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  console.log(`public key: ${Buffer.from(x, 'base64url').toString('base64')}`);
  return 0;
});
