// Windows: the registry's policy branch, and `%ProgramData%\Postkey` where nobody but administrators can write in it. Electron can read
// no registry by itself; reg.exe can, and PowerShell where an administrator has switched reg.exe off.
import { sep, win32 } from 'node:path';
import type { PolicyFault, PolicyPlace } from '../../shared/policy.ts';
import { policyMaxBytes, readPolicy } from '../../shared/read-policy.ts';
import type { AskSystem } from './ask-system.ts';
import { type SourceRead, wholeSource } from './policy-source.ts';
import { registryPolicy } from './registry-policy.ts';
import type { TrustedText } from './trusted-file.ts';
import { faultOfAccess } from './windows-access.ts';

/** Only administrators write in either branch. */
const branches = [
  { short: 'HKLM', long: 'HKEY_LOCAL_MACHINE' },
  { short: 'HKCU', long: 'HKEY_CURRENT_USER' },
] as const;

const branchKey = 'SOFTWARE\\Policies';

export interface WindowsParts {
  readonly ask: AskSystem;
  readonly systemRoot: string;
  /** `C:\ProgramData\Postkey`. */
  readonly folder: string;
  /** Reads a file whose access has been looked at. */
  readonly read: (path: string, mostBytes: number) => Promise<TrustedText>;
}

export async function readRegistry(parts: WindowsParts): Promise<readonly SourceRead[]> {
  const read = await Promise.all(branches.map((branch) => readBranch(parts, branch)));
  return read.flatMap((source) => (source === null ? [] : [source]));
}

async function readBranch(parts: WindowsParts, { short, long }: (typeof branches)[number]): Promise<SourceRead | null> {
  const key = `${long}\\${branchKey}\\Postkey`;
  const place: PolicyPlace = { level: 'machine', place: key };
  const text = await queryBranch(parts, short, long);
  if (text === null) return [{ ...place, fault: 'unreadable', field: '' }];
  const said = registryPolicy(text, key);
  if (!said) return null;
  // A path in the registry is beside nothing: it counts from Postkey's folder, whose access is looked at.
  return wholeSource(place, readPolicy(said), parts.folder, believedFiles(parts));
}

/** Empty: there is nothing of Postkey's. Null: nobody could look, which is not the same. */
async function queryBranch({ ask, systemRoot }: WindowsParts, short: string, long: string): Promise<string | null> {
  const reg = win32.join(systemRoot, 'System32', 'reg.exe');
  const above = await ask(reg, ['query', `${short}\\${branchKey}`, '/reg:64']);
  if (above.code === 0) {
    if (!above.text.toLowerCase().includes(`${long}\\${branchKey}\\postkey`.toLowerCase())) return '';
    const whole = await ask(reg, ['query', `${short}\\${branchKey}\\Postkey`, '/s', '/reg:64']);
    if (whole.code === 0) return whole.text;
  }
  const shell = win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const said = await ask(shell, [...quietly, asRegWould(`${short}:\\${branchKey}\\Postkey`)]);
  return said.code === 0 ? said.text : null;
}

const quietly = ['-NoProfile', '-NonInteractive', '-Command'];

/** Prints what reg.exe prints. A key that is not there is no fault. */
const asRegWould = (path: string): string => `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$kinds = @{ String = 'REG_SZ'; ExpandString = 'REG_EXPAND_SZ'; DWord = 'REG_DWORD'; QWord = 'REG_QWORD'; MultiString = 'REG_MULTI_SZ' }
if (Test-Path -LiteralPath '${path}') {
  @(Get-Item -LiteralPath '${path}') + @(Get-ChildItem -LiteralPath '${path}' -Recurse) | ForEach-Object {
    $key = $_
    $key.Name
    $key.GetValueNames() | ForEach-Object {
      $kind = $kinds[[string]$key.GetValueKind($_)]; if (-not $kind) { $kind = 'REG_BINARY' }
      '    ' + $_ + '    ' + $kind + '    ' + (@($key.GetValue($_)) -join '\\0')
    }
  }
}`;

/** Null: nothing wrong, or the folder is not there. One answer for all that is in it, since each look starts PowerShell. */
export async function faultOfFolder({ ask, systemRoot, folder }: WindowsParts): Promise<PolicyFault | null> {
  const shell = win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const script = `
$ErrorActionPreference = 'Stop'
if (Test-Path -LiteralPath '${folder}') {
  @(Get-Item -Force -LiteralPath '${folder}') + @(Get-ChildItem -Force -Recurse -LiteralPath '${folder}') | ForEach-Object {
    [string]([int]$_.Attributes) + '|' + (Get-Acl -LiteralPath $_.FullName).Sddl
  }
}`;
  const said = await ask(shell, [...quietly, script]);
  return said.code === 0 ? faultOfAccess(said.text) : 'unreadable';
}

/** What a policy names by a file lies in the folder whose access was looked at. */
export function believedFiles(parts: WindowsParts): (path: string, mostBytes: number) => Promise<TrustedText> {
  let looked: Promise<PolicyFault | null> | null = null;
  return async (path, mostBytes) => {
    const file = await parts.read(path, Math.min(mostBytes, policyMaxBytes));
    // Most computers have none: PowerShell starts only where there is one.
    if (file.kind === 'absent') return file;
    if (!path.toLowerCase().startsWith(`${parts.folder.toLowerCase()}${sep}`))
      return { kind: 'fault', fault: 'wrong-owner' };
    looked ??= faultOfFolder(parts);
    const fault = await looked;
    return fault ? { kind: 'fault', fault } : file;
  };
}
