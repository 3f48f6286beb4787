// What is laid down about the preset, as the shelf wants to know it. Pure.
import { isPresetLocked } from '../shared/policy.ts';
import type { PolicyHere } from './policy/read-policy-here.ts';
import type { PresetRule } from './setup/take-preset.ts';

export function presetRule({ inForce, preset }: PolicyHere): PresetRule {
  const why = inForce.settings.preset === undefined ? 'policy-unreadable' : 'preset-locked';
  return { laidDown: preset, locked: isPresetLocked(inForce) ? why : null };
}
