// Who can write where, out of Windows' own text form of it (SDDL). Pure.
// https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format
import type { PolicyFault } from '../../shared/policy.ts';

/** Administrators, the system itself, the domain's administrators, and whoever installs Windows. */
const administrators = new Set([
  'BA',
  'SY',
  'DA',
  'EA',
  'LA',
  'S-1-5-32-544',
  'S-1-5-18',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);

/** Of the rights in letters: adding, appending, attributes, deleting, and the rights over the rights. */
const writing = new Set(['DC', 'LC', 'RP', 'DT', 'CR', 'SD', 'WD', 'WO', 'GA', 'GW', 'FA', 'FW']);
const writingMask = 0x2 | 0x4 | 0x10 | 0x40 | 0x100 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;

/** FILE_ATTRIBUTE_REPARSE_POINT: a link of some kind. */
const reparsePoint = 0x400;

function mayWrite(rights: string): boolean {
  if (/^0x/iu.test(rights)) return (Number(rights) & writingMask) !== 0;
  return (rights.match(/[A-Z]{2}/gu) ?? []).some((right) => writing.has(right));
}

function faultOfSddl(sddl: string): PolicyFault | null {
  const owner = /^O:(S-[0-9-]+|[A-Z]{2})/u.exec(sddl)?.[1];
  if (owner === undefined) return 'unreadable';
  if (!administrators.has(owner)) return 'wrong-owner';
  const entries = /D:([^(]*)((?:\([^)]*\))*)/u.exec(sddl);
  // Without a list of rights everybody has all of them.
  if (!entries || entries[1]?.includes('NO_ACCESS_CONTROL')) return 'writable-by-others';
  const isOpen = (entries[2]?.match(/\(([^)]*)\)/gu) ?? []).some((entry) => {
    const [type = '', flags = '', rights = '', , , who = ''] = entry.slice(1, -1).split(';');
    const allows = type === 'A' || type === 'XA' || type === 'OA';
    // Only for what is made in it later, which is looked at by itself.
    const isForLater = flags.match(/[A-Z]{2}/gu)?.some((flag) => flag === 'IO') === true;
    return allows && !isForLater && mayWrite(rights) && !administrators.has(who);
  });
  return isOpen ? 'writable-by-others' : null;
}

/** A line for the folder and each thing in it, `attributes|SDDL`; the first fault counts. No line: nothing is there. */
export function faultOfAccess(text: string): PolicyFault | null {
  for (const line of text.split(/\r?\n/u).filter((each) => each.trim() !== '')) {
    const [attributes = '', sddl = ''] = line.split('|');
    if ((Number(attributes) & reparsePoint) !== 0) return 'link-elsewhere';
    const fault = faultOfSddl(sddl.trim());
    if (fault) return fault;
  }
  return null;
}
