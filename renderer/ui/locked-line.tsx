// Beside a setting that the window cannot change: who has laid it down. A small calm line; nothing where the setting is open.
import { LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PolicyInForce, PolicyKey } from '../../shared/policy.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import './locked-line.css';

export interface LockedLineProps {
  /** Of the setting it stands beside; the first that is laid down is told. */
  readonly keys: readonly PolicyKey[];
}

/** Undefined: the setting is open. */
export function lockOf(policy: PolicyInForce | undefined, keys: readonly PolicyKey[]): 'machine' | 'user' | undefined {
  const key = keys.find((each) => policy?.settings[each] !== undefined);
  return key === undefined ? undefined : policy?.setBy[key]?.level;
}

export function LockedLine({ keys }: LockedLineProps) {
  const { t } = useTranslation('window');
  const { policy, preset } = usePostkey();
  const level = lockOf(policy, keys);
  if (level === undefined) return null;
  const organisation = policy?.organisation ?? preset?.organisation;
  const named = organisation === undefined ? 'machine' : 'machineNamed';
  return (
    <p className="locked-line">
      <LockKeyhole size={14} strokeWidth={1.75} aria-hidden="true" />
      <span>{t(`locked.${level === 'user' ? 'user' : named}`, { organisation })}</span>
    </p>
  );
}
