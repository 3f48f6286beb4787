// Windows, as far as it can be tried elsewhere: the text of reg.exe and of access lists, in the forms that Microsoft documents.
import { expect, test } from 'vitest';
import { readPolicy } from '../../shared/read-policy.ts';
import { registryPolicy } from './registry-policy.ts';
import { faultOfAccess } from './windows-access.ts';
import { readRegistry, type WindowsParts } from './windows-sources.ts';

const machine = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Postkey';
const printed = [
  '',
  machine,
  '    organisation    REG_SZ    Harbour Schools',
  '    watchIntervalMinutes    REG_DWORD    0x1e',
  '    startAtLogin    REG_DWORD    0x1',
  '    services    REG_MULTI_SZ    imap\\0smtp',
  '    updates    REG_SZ    https://updates.harbour.example/a    b',
  '    preset    REG_SZ    {"postkeyPreset":1}',
  '',
  `${machine}\\allowedProviders`,
  '    10    REG_SZ    outlook',
  '    2    REG_SZ    google',
  '    1    REG_SZ    microsoft',
  '',
].join('\r\n');

test('values become what the schema asks for', () => {
  expect(registryPolicy(printed, machine)).toEqual({
    postkeyPolicy: 1,
    organisation: 'Harbour Schools',
    watchIntervalMinutes: 30,
    startAtLogin: true,
    services: ['imap', 'smtp'],
    updates: 'https://updates.harbour.example/a    b',
    preset: { postkeyPreset: 1 },
    allowedProviders: ['microsoft', 'google', 'outlook'],
  });
  expect(registryPolicy('HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Postkeyring\r\n', machine)).toBeNull();
});

test('a feed with its key is JSON in a text', () => {
  const feed = { feed: 'https://updates.harbour.example/', key: `${'A'.repeat(43)}=` };
  const said = registryPolicy([machine, `    updates    REG_SZ    ${JSON.stringify(feed)}`, ''].join('\r\n'), machine);
  expect(readPolicy(said)).toMatchObject({ ok: true, policy: { updates: feed } });
});

test('what it does not know stays wrong, so that the schema refuses it', () => {
  const odd = [
    machine,
    '    bridge    REG_BINARY    6F66',
    '    preset    REG_SZ    {not json',
    `${machine}\\other`,
    '',
  ];
  expect(registryPolicy(odd.join('\r\n'), machine)).toEqual({
    postkeyPolicy: 1,
    bridge: { type: 'REG_BINARY' },
    preset: { notJson: true },
    other: { key: true },
  });
});

type Say = (file: string, args: readonly string[]) => { readonly code: number | null; readonly text: string };

const parts = (say: Say): WindowsParts => ({
  ask: async (file, args) => say(file, args),
  systemRoot: 'C:\\Windows',
  folder: 'C:\\ProgramData\\Postkey',
  read: async () => ({ kind: 'absent' }),
});
const nothing = { code: 0, text: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\r\n' };

test('a computer without the branch has no source, and PowerShell is not started', async () => {
  const asked: string[] = [];
  const say: Say = (file) => {
    asked.push(file);
    return nothing;
  };
  expect(await readRegistry(parts(say))).toEqual([]);
  expect(asked).toEqual(['C:\\Windows\\System32\\reg.exe', 'C:\\Windows\\System32\\reg.exe']);
});

test('what stands in the machine’s branch is a source of the machine’s', async () => {
  const said = [machine, '    bridge    REG_SZ    off', ''].join('\r\n');
  const say: Say = (_file, args) => {
    if (args.includes('/s')) return { code: 0, text: said };
    return args[1]?.startsWith('HKLM') ? { code: 0, text: `${machine}\r\n` } : nothing;
  };
  const [source] = await readRegistry(parts(say));
  expect(source).toMatchObject({ source: { level: 'machine', place: machine, policy: { bridge: 'off' } } });
});

test('where reg.exe is switched off PowerShell answers; where neither does, the branch is broken, not empty', async () => {
  const without: Say = (file) => (file.endsWith('reg.exe') ? { code: 1, text: '' } : { code: 0, text: '' });
  expect(await readRegistry(parts(without))).toEqual([]);
  const neither = await readRegistry(parts(() => ({ code: null, text: '' })));
  expect(neither.flat()).toMatchObject([{ place: machine, fault: 'unreadable' }, { fault: 'unreadable' }]);
});

const own = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';

test('a folder that administrators alone write in is believed', () => {
  expect(faultOfAccess('')).toBeNull();
  expect(faultOfAccess(`16|${own}\r\n32|${own}\r\n`)).toBeNull();
  expect(faultOfAccess(`16|O:BAG:SYD:PAI(A;OICIIO;GA;;;CO)(A;;FA;;;BA)(D;;FA;;;BU)`)).toBeNull();
});

test('one that lets others add files, as %ProgramData% does unless told otherwise, is not', () => {
  expect(faultOfAccess(`16|O:BAG:SYD:AI(A;OICIID;FA;;;BA)(A;CIID;DCLCRPCR;;;BU)`)).toBe('writable-by-others');
  expect(faultOfAccess(`16|${own}\n32|O:BAG:SYD:PAI(A;;0x1301bf;;;AU)`)).toBe('writable-by-others');
  expect(faultOfAccess('16|O:S-1-5-21-1-2-3-1001G:SYD:PAI(A;;FA;;;BA)')).toBe('wrong-owner');
  expect(faultOfAccess('1040|O:BAG:SYD:PAI(A;;FA;;;BA)')).toBe('link-elsewhere');
  expect(faultOfAccess('16|O:BAG:SY')).toBe('writable-by-others');
  expect(faultOfAccess('16|')).toBe('unreadable');
});
