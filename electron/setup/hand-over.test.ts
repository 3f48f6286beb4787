// What the window may ask about hand-over sheets: they follow the account, are put away, and save no file but their own.
import { afterEach, expect, test } from 'vitest';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { HandOverAbout, HandOverDesk } from './hand-over-world.ts';
import { handlersOf } from './postkey-requests.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

afterEach(stopPostkeys);

/** A desk that says in the sheet what it was told. */
function smallDesk(save: HandOverDesk['save'] = async () => 'saved') {
  const saved: [string, string][] = [];
  const told: HandOverAbout[] = [];
  const handOvers: HandOverDesk = {
    load: async () => (about, program, way) => {
      told.push(about);
      return {
        accountId: about.accountId,
        program,
        way: way ?? 'command',
        choices: [],
        oauth: { key: about.address },
        services: [],
        screens: [],
        files: [{ id: 'settings', name: '.mbsyncrc', text: about.address, lead: { key: 'x' } }],
        later: [],
        needs: about.bridge?.isOn ? [] : ['bridge-on'],
      } satisfies HandOverSheet;
    },
    save: async (name, text) => {
      saved.push([name, text]);
      return save(name, text);
    },
  };
  return { handOvers, saved, told };
}

function start(desk = smallDesk()) {
  const { postkey, memory } = startPostkey({ accounts: [account] }, makeSmallWorld(), { handOvers: desk.handOvers });
  const ask = handlersOf(postkey);
  return { ...desk, postkey, memory, ask, shown: () => postkey.state().handOver };
}

test('a sheet is shown, and gone when it is put away', async () => {
  const { ask, shown } = start();
  expect(await ask['handOver.open']({ id: account.id, program: 'mbsync' })).toEqual({ accepted: true });
  expect(shown()).toMatchObject({ accountId: account.id, program: 'mbsync', way: 'command' });
  await ask['handOver.open']({ id: account.id, program: 'mbsync', way: 'bridge' });
  expect(shown()?.way).toBe('bridge');
  await ask['handOver.close']({});
  expect(shown()).toBeUndefined();
});

test('it follows the bridge and the account, and goes with it', async () => {
  const { ask, shown, postkey, memory } = start();
  await ask['handOver.open']({ id: account.id, program: 'kmail' });
  expect(shown()?.needs).toEqual(['bridge-on']);
  memory.keepBridges([{ accountId: account.id, isOn: true, encrypts: false, ports: {}, programs: [] }]);
  expect(shown()?.needs).toEqual([]);
  postkey.changeAccounts((accounts) => accounts.map((each) => ({ ...each, address: 'sam@harbour.example' })));
  expect(shown()?.oauth).toEqual({ key: 'sam@harbour.example' });
  postkey.changeAccounts(() => []);
  expect(shown()).toBeUndefined();
});

test('an account that is not there, or a set-up that has not come so far, is refused', async () => {
  const { ask, shown } = start();
  const refusal = { accepted: false, refusal: 'account-gone' };
  expect(await ask['handOver.open']({ id: 'another', program: 'mutt' })).toEqual(refusal);
  await ask['setup.start']({ practice: false });
  expect(await ask['handOver.open']({ id: 'set-up', program: 'mutt' })).toEqual(refusal);
  expect(shown()).toBeUndefined();
});

test('what was put away while it was loading stays away', async () => {
  const { ask, shown } = start();
  const opening = ask['handOver.open']({ id: account.id, program: 'mutt' });
  await ask['handOver.close']({});
  await opening;
  expect(shown()).toBeUndefined();
});

test('a file of the sheet is saved under its name, another is not, and only with a sheet open', async () => {
  const { ask, saved } = start();
  const notNow = { accepted: false, refusal: 'not-now' };
  expect(await ask['handOver.save']({ file: 'settings' })).toEqual(notNow);
  await ask['handOver.open']({ id: account.id, program: 'mbsync' });
  expect(await ask['handOver.save']({ file: '../settings' })).toEqual(notNow);
  expect(await ask['handOver.save']({ file: 'settings' })).toEqual({ accepted: true });
  expect(saved).toEqual([['.mbsyncrc', 'pat@harbour.example']]);
});

test.each([
  ['not-chosen', 'file-not-chosen'],
  ['not-saved', 'file-not-saved'],
  ['there-already', 'file-there-already'],
] as const)('a file that is %s: %s', async (end, refusal) => {
  const { ask } = start(smallDesk(async () => end));
  await ask['handOver.open']({ id: account.id, program: 'mbsync' });
  expect(await ask['handOver.save']({ file: 'settings' })).toEqual({ accepted: false, refusal });
});

test('the desk is told servers, names and how each is logged in to', async () => {
  const { ask, told } = start();
  await ask['handOver.open']({ id: account.id, program: 'mbsync' });
  expect(told.at(-1)).toMatchObject({ accountId: account.id, address: account.address, logins: [], ca: null, off: [] });
});
