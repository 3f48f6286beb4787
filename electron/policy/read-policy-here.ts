// What is laid down for Postkey on this computer, from every place there is, joined. Reads only; what holds is decided in `shared/`.
import { existsSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { joinPolicies } from '../../shared/join-policies.ts';
import type { PolicyInForce, PolicyTrouble } from '../../shared/policy.ts';
import { type AskSystem, askSystem } from './ask-system.ts';
import { readManaged } from './mac-managed.ts';
import { readPolicyFolder } from './policy-files.ts';
import type { PresetText, ReadBeside, ReadSource, SourceRead } from './policy-source.ts';
import { type Believed, believedOfMachine, believedOfPerson, readTrustedText } from './trusted-file.ts';
import { believedFiles, readRegistry } from './windows-sources.ts';

export interface PolicyHere {
  readonly inForce: PolicyInForce;
  /** Of the source whose preset holds. Its client secret, if any, is still in it. */
  readonly preset: PresetText | null;
  /** PEM. */
  readonly ca: readonly string[];
}

export interface PlacesHere {
  readonly platform: NodeJS.Platform;
  /** The machine's folder. */
  readonly machine: string;
  /** Of Windows. */
  readonly systemRoot: string;
  readonly ask: AskSystem;
}

/** Two tools one after the other at most. */
const deadlineMs = 32_000;

const isWhole = (read: SourceRead): read is ReadSource => !Array.isArray(read);

function joinRead(reads: readonly SourceRead[]): PolicyHere {
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

/** Fixed: nothing that a person can set names another place, so that nobody can lead Postkey past what is laid down. */
export function placesHere(): PlacesHere {
  const { platform } = process;
  // Windows itself is elsewhere than on C: in few places; only there its own word for that is taken.
  const systemRoot = existsSync('C:\\Windows\\System32') ? 'C:\\Windows' : (process.env['SystemRoot'] ?? 'C:\\Windows');
  const programData = win32.join(win32.parse(systemRoot).root, 'ProgramData', 'Postkey');
  const elsewhere = platform === 'darwin' ? '/Library/Application Support/Postkey' : '/etc/postkey';
  return { platform, machine: platform === 'win32' ? programData : elsewhere, systemRoot, ask: askSystem };
}

const believing =
  (believed: Believed): ReadBeside =>
  (path, mostBytes) =>
    readTrustedText(path, believed, mostBytes);

async function machineSources({ platform, machine, systemRoot, ask }: PlacesHere): Promise<readonly SourceRead[]> {
  if (platform === 'win32') {
    const parts = { ask, folder: machine, systemRoot, read: believing(believedOfPerson()) };
    const [registry, files] = await Promise.all([
      readRegistry(parts),
      readPolicyFolder({ level: 'machine', path: machine, read: believedFiles(parts) }),
    ]);
    return [...registry, ...files];
  }
  const read = believing(believedOfMachine);
  const managed = platform === 'darwin' ? readManaged(ask, read, machine) : Promise.resolve([]);
  const files = readPolicyFolder({ level: 'machine', path: machine, read });
  return [...(await managed), ...(await files)];
}

/** `profile`: the folder of the settings, where the person's own policy stands. A place that does not answer is a broken one. */
export async function readPolicyHere(profile: string, places: PlacesHere = placesHere()): Promise<PolicyHere> {
  const person = believing(believedOfPerson());
  const reading = Promise.all([
    machineSources(places),
    readPolicyFolder({ level: 'user', path: profile, read: person }),
  ]).then((levels) => levels.flat());
  let stop = (): void => undefined;
  const late = new Promise<readonly SourceRead[]>((resolve) => {
    const timer = setTimeout(() => resolve([[tooLate(places.machine)]]), deadlineMs);
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
