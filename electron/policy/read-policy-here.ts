// What is laid down for Postkey on this computer, from every place there is, joined. Reads only; what holds is decided in `shared/`.
import { join } from 'node:path';
import { joinPolicies } from '../../shared/join-policies.ts';
import type { PolicyInForce, PolicyTrouble } from '../../shared/policy.ts';
import { readPolicyFolder, type SourceRead } from './policy-files.ts';
import type { PresetText, ReadBeside, ReadSource } from './policy-source.ts';
import { type Believed, believedOfMachine, believedOfPerson, readTrustedText } from './trusted-file.ts';

export interface PolicyHere {
  readonly inForce: PolicyInForce;
  /** Of the source whose preset holds. Its client secret, if any, is still in it. */
  readonly preset: PresetText | null;
  /** PEM. */
  readonly ca: readonly string[];
}

const deadlineMs = 8_000;

const isWhole = (read: SourceRead): read is ReadSource => !Array.isArray(read);

export function joinRead(reads: readonly SourceRead[]): PolicyHere {
  const whole = reads.filter(isWhole);
  const broken = reads.flatMap((read): readonly PolicyTrouble[] => (isWhole(read) ? [] : read));
  const inForce = joinPolicies(
    whole.map(({ source }) => source),
    broken,
  );
  return {
    inForce,
    preset: whole.find(({ preset }) => preset !== null)?.preset ?? null,
    ca: whole.flatMap(({ ca }) => (ca === null ? [] : [ca])).slice(0, 1),
  };
}

/** The machine's folder; nothing a person sets can name another. */
export function machineFolder(): string {
  if (process.platform === 'darwin') return '/Library/Application Support/Postkey';
  return process.platform === 'win32' ? 'C:\\ProgramData\\Postkey' : '/etc/postkey';
}

/** `profile`: the folder of the settings, where the person's own policy stands. A disk that does not answer is a broken source. */
export async function readPolicyHere(profile: string, machine: string = machineFolder()): Promise<PolicyHere> {
  const reading = Promise.all([
    readPolicyFolder({ level: 'machine', path: machine, read: believing(believedOfMachine) }),
    readPolicyFolder({ level: 'user', path: profile, read: believing(believedOfPerson()) }),
  ]).then((levels) => levels.flat());
  let stop = (): void => undefined;
  const late = new Promise<readonly SourceRead[]>((resolve) => {
    const timer = setTimeout(() => resolve([[tooLate(machine)]]), deadlineMs);
    stop = () => clearTimeout(timer);
  });
  try {
    return joinRead(await Promise.race([reading, late]));
  } finally {
    stop();
  }
}

const tooLate = (machine: string): PolicyTrouble => ({
  level: 'machine',
  place: join(machine, 'policy.json'),
  fault: 'unreadable',
  field: '',
});

const believing =
  (believed: Believed): ReadBeside =>
  (path, mostBytes) =>
    readTrustedText(path, believed, mostBytes);
