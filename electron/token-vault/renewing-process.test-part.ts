// For the kill test: a process of its own that opens the vault, renews at the token server and keeps what came, again and again,
// until it is killed. Arguments: folder, key in hex, server, and at which call of the disk to die (0: never by itself).
import { dieAtCall } from './die-at-call.test-part.ts';

const { makeTokenVault } = await import('./make-token-vault.ts');
const { makeAesCipher } = await import('./aes-cipher.test-part.ts');
const { Secret } = await import('../setup/secret.ts');

const [folder = '', key = '', server = '', call = '0'] = process.argv.slice(2);
const vault = makeTokenVault({ cipher: makeAesCipher(Buffer.from(key, 'hex')), folder, now: () => Date.now() });
const ask = async (path: string, body: string): Promise<string> => {
  const answer = await fetch(`${server}${path}`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`The token server answered ${answer.status}`);
  return answer.text();
};

for (let round = 1; ; round += 1) {
  const opened = await vault.open('account');
  if (!opened.ok || opened.value?.renewal == null) throw new Error('The record did not open');
  const renewal = await ask('/renew', opened.value.renewal.open());
  if (round === 2 && call !== '0') dieAtCall(Number(call));
  const keys = {
    renewal: new Secret(renewal),
    accessToken: new Secret(`access for ${renewal}`),
    validUntil: 1,
    clientSecret: null,
  };
  const kept = await vault.keep('account', keys);
  if (!kept.ok) throw new Error(`Not kept: ${kept.problem.code}`);
  await ask('/kept', renewal);
  if (round === 2 && call !== '0') break;
}
