// What the window may do with case files: only what was shown is saved, nothing at all where the gate found something, and somebody
// else's changes nothing of one's own.
import { afterEach, expect, test } from 'vitest';
import type { CaseFile } from '../../shared/case-file.ts';
import { caseHandlers, takeCaseFile } from './case-requests.ts';
import type { CaseDesk } from './postkey-parts.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';
import { makeSmallWorld } from './small-world.test-part.ts';

afterEach(stopPostkeys);

const file = { postkeyCase: 1, madeAt: 1, accounts: [] } as unknown as CaseFile;

function room(change: Partial<CaseDesk> = {}) {
  const small = makeSmallWorld();
  const heard = { made: [] as string[], saved: [] as string[], copied: [] as string[] };
  const desktop = { ...small.world.desktop, copy: (text: string) => void heard.copied.push(text) };
  const { postkey } = startPostkey({ accounts: [account] }, { ...small, world: { ...small.world, desktop } });
  const cases: CaseDesk = {
    make: async ({ page, accounts }, wish) => {
      heard.made.push(`${page} ${accounts.length} ${wish.withLog} ${wish.keepOrganisation}`);
      const text = `text ${heard.made.length}`;
      const groups = [{ title: text, lines: [] }];
      return {
        groups,
        hasOrganisation: true,
        hasLog: true,
        mine: [{ address: account.address, mailbox: 'mailbox-0123456789' }],
        name: 'case',
        written: { html: text, text },
        finding: null,
      };
    },
    read: async (text) => (text === 'good' ? { file, groups: [] } : 'case-damaged'),
    choose: async () => null,
    save: async (_name, html) => {
      heard.saved.push(html);
      return { path: '/home/pat/case.html' };
    },
    showLogs: async () => false,
    ...change,
  };
  Object.assign(postkey.parts, { cases });
  return { postkey, heard, ask: caseHandlers(postkey) };
}

test('made, looked at, chosen anew, saved as it was shown, copied, put away', async () => {
  const { postkey, heard, ask } = room();
  expect(await ask['case.save']({})).toMatchObject({ refusal: 'not-now' });
  expect(await ask['case.prepare']({ about: 'account', id: account.id, code: '10-SMTP-OFF' })).toEqual({
    accepted: true,
  });
  const mine = [{ address: account.address, mailbox: 'mailbox-0123456789' }];
  expect(postkey.state().caseDraft).toMatchObject({ groups: [{ title: 'text 1' }], mine });
  await ask['case.choose']({ withLog: false, keepOrganisation: true, leaveOut: [] });
  expect(heard.made).toEqual(['10-SMTP-OFF 1 true false', '10-SMTP-OFF 1 false true']);
  await ask['case.copy']({});
  await ask['case.save']({});
  expect([heard.copied, heard.saved]).toEqual([['text 2'], ['text 2']]);
  expect(postkey.state().caseDraft?.saved).toBe('/home/pat/case.html');
  ask['case.putAway']({});
  expect(postkey.state().caseDraft).toBeUndefined();
  expect(await ask['case.copy']({})).toMatchObject({ refusal: 'not-now' });
});

test('where the gate found something, nothing is written and nothing copied', async () => {
  const finding = { what: 'secret', group: 'Log', line: 3 } as const;
  const { postkey, heard, ask } = room({
    make: async () => ({
      groups: [],
      hasOrganisation: false,
      hasLog: true,
      mine: [],
      name: '',
      written: null,
      finding,
    }),
  });
  await ask['case.prepare']({ about: 'all' });
  expect(postkey.state().caseDraft?.finding).toEqual(finding);
  expect(await ask['case.save']({})).toMatchObject({ refusal: 'case-not-written' });
  expect(await ask['case.copy']({})).toMatchObject({ refusal: 'case-not-written' });
  expect([heard.saved, heard.copied]).toEqual([[], []]);
});

test('nobody’s account, a dialog that was closed, a disk that refuses', async () => {
  const { ask } = room({ save: async () => 'not-saved' });
  expect(await ask['case.prepare']({ about: 'account', id: 'gone' })).toMatchObject({ refusal: 'account-gone' });
  expect(await ask['case.open']({})).toMatchObject({ refusal: 'file-not-chosen' });
  await ask['case.prepare']({ about: 'all' });
  expect(await ask['case.save']({})).toMatchObject({ refusal: 'file-not-saved' });
  expect(await ask['logs.show']({})).toMatchObject({ refusal: 'folder-not-opened' });
});

test('somebody else’s is shown beside one’s own state, or refused, and closed again', async () => {
  const { postkey, ask } = room();
  const { revision: _before, ...own } = postkey.state();
  expect(await ask['case.take']({ text: 'bad' })).toMatchObject({ refusal: 'case-damaged' });
  expect(await takeCaseFile(postkey, 'unreadable')).toMatchObject({ refusal: 'file-unreadable' });
  expect(postkey.state().caseFile).toBeUndefined();
  expect(await ask['case.take']({ text: 'good' })).toEqual({ accepted: true });
  const { revision: _revision, caseFile, ...rest } = postkey.state();
  expect(caseFile).toEqual({ file, groups: [] });
  expect(rest).toEqual(own);
  ask['case.close']({});
  expect(postkey.state().caseFile).toBeUndefined();
});
