// Makes one source of policy whole: what it says, with the preset and the certificates it names by a file. Decides nothing about what holds.
import { X509Certificate } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { PolicySource } from '../../shared/join-policies.ts';
import type { Policy, PolicyPlace, PolicyTrouble } from '../../shared/policy.ts';
import { presetMaxBytes, readPreset } from '../../shared/preset.ts';
import type { PolicyReading } from '../../shared/read-policy.ts';
import type { TrustedText } from './trusted-file.ts';

/** As a person would open it: its text, and what stood in the certificate file beside it. */
export interface PresetText {
  readonly text: string;
  readonly caPem: string | null;
}

export interface ReadSource {
  readonly source: PolicySource;
  readonly preset: PresetText | null;
  readonly ca: string | null;
}

/** A source, or why it is not in force. */
export type SourceRead = ReadSource | readonly PolicyTrouble[];

/** Reads a file that a source names, under the same rule as the source itself. */
export type ReadBeside = (path: string, mostBytes: number) => Promise<TrustedText>;

const mostCaBytes = 200_000;

const troublesOf = (place: PolicyPlace, faults: readonly Pick<PolicyTrouble, 'fault' | 'field'>[]): PolicyTrouble[] =>
  faults.map(({ fault, field }) => ({ ...place, fault, field }));

/** `folder`: from which paths in it are counted. */
export async function wholeSource(
  place: PolicyPlace,
  reading: PolicyReading,
  folder: string,
  readBeside: ReadBeside,
): Promise<SourceRead> {
  if (!reading.ok) return troublesOf(place, reading.faults);
  const { policy } = reading;
  const preset = await presetOf(policy, folder, readBeside);
  if (preset && 'fault' in preset) return troublesOf(place, [preset]);
  if (policy.caPem !== undefined && certificatesIn(policy.caPem) === 0)
    return troublesOf(place, [{ fault: 'wrong-value', field: 'caPem' }]);
  const ca =
    policy.caFile === undefined ? (policy.caPem ?? null) : await pemIn(resolve(folder, policy.caFile), readBeside);
  if (policy.caFile !== undefined && ca === null)
    return troublesOf(place, [{ fault: 'file-unreadable', field: 'caFile' }]);
  const caCertificates = ca === null ? 0 : certificatesIn(ca);
  return {
    source: { ...place, policy, caCertificates, presetOrganisation: preset?.organisation },
    preset: preset ? { text: preset.text, caPem: preset.caPem } : null,
    ca,
  };
}

async function pemIn(path: string, readBeside: ReadBeside): Promise<string | null> {
  const read = await readBeside(path, mostCaBytes);
  return read.kind === 'text' && certificatesIn(read.text) > 0 ? read.text : null;
}

/** How many a PEM text holds; 0 also where one of them is damaged, which nobody would notice before a server is a stranger. */
function certificatesIn(pem: string): number {
  const blocks = pem.split('-----BEGIN CERTIFICATE-----').slice(1);
  try {
    for (const block of blocks) new X509Certificate(`-----BEGIN CERTIFICATE-----${block}`);
    return blocks.length;
  } catch {
    return 0;
  }
}

async function presetOf(
  { preset }: Policy,
  folder: string,
  readBeside: ReadBeside,
): Promise<(PresetText & { readonly organisation: string }) | Pick<PolicyTrouble, 'fault' | 'field'> | null> {
  if (preset === undefined) return null;
  const isFile = typeof preset === 'string';
  const path = isFile ? resolve(folder, preset) : null;
  const file = path === null ? null : await readBeside(path, presetMaxBytes);
  if (file && file.kind !== 'text') {
    return { fault: file.kind === 'absent' ? 'file-unreadable' : file.fault, field: 'preset' };
  }
  const text = file?.text ?? JSON.stringify(preset);
  const read = readPreset(text);
  if (!read.ok) return { fault: 'preset-wrong', field: read.place === '' ? 'preset' : `preset.${read.place}` };
  const { caFile, organisation } = read.preset;
  if (caFile === undefined) return { text, caPem: null, organisation };
  const caPem = await pemIn(resolve(path === null ? folder : dirname(path), caFile), readBeside);
  return caPem === null ? { fault: 'file-unreadable', field: 'preset.caFile' } : { text, caPem, organisation };
}
