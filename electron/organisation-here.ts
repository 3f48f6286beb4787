// What an organisation gave to whoever runs Postkey here, for commands: what is laid down, and the preset and the certificates in force.
// Reads only.
import type { PolicyInForce } from '../shared/policy.ts';
import { type PresetInForce, presetKept, presetOfFile } from './cli/preset-in-force.ts';
import { readPolicyHere } from './policy/read-policy-here.ts';
import type { KeptPreset } from './setup/memory.ts';

export interface OrganisationHere extends PresetInForce {
  readonly policy: PolicyInForce;
}

/** `kept`: the preset that the window has taken; one that is laid down goes before it. */
export async function organisationHere(userData: string, kept: KeptPreset | null): Promise<OrganisationHere> {
  const { inForce, preset, ca } = await readPolicyHere(userData);
  const laidDown = preset ? presetOfFile(preset) : null;
  const taken = laidDown?.ok ? laidDown : presetKept(kept);
  return { policy: inForce, preset: taken.preset, ca: [...ca, ...taken.ca] };
}
