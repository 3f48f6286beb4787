// Mail programs on the page of an account: those that have a password of the bridge, the way to the sheet of any program, and the bridge.
import { useTranslation } from 'react-i18next';
import type { BridgeView } from '../../shared/bridge.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import { isBridgeAllowed } from '../../shared/policy.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Mark, type MarkState } from '../ui/mark.tsx';
import './mail-programs-section.css';
import { ProgramLines } from './program-lines.tsx';
import { openPrograms } from './programs-door.ts';

export function MailProgramsSection({ id }: { readonly id: string }) {
  const { t } = useTranslation('programs');
  const { bridges, policy } = usePostkey();
  const bridge = bridges.find((each) => each.accountId === id);
  const state = policy === undefined || isBridgeAllowed(policy) ? stateOf(bridge) : 'notHere';
  const programs: readonly MailProgram[] = [...new Set(bridge?.programs.map(({ program }) => program) ?? [])];
  return (
    <section className="card account-part" aria-labelledby="account-programs">
      <h2 id="account-programs">{t('account.title')}</h2>
      <p className="account-quiet">{t('account.text')}</p>
      {programs.length === 0 ? null : <ProgramLines id={id} programs={programs} />}
      <div className="mail-programs-ways">
        <SecondaryButton size="small" onPress={() => openPrograms({ kind: 'pick', id })}>
          {t('account.pick')}
        </SecondaryButton>
      </div>
      <div className="mail-programs-bridge">
        <Mark state={marks[state]} size={20} />
        <p className="mail-programs-bridge-words">
          <strong>{t(`account.bridge.${state}`)}</strong>
          <span className="mail-programs-bridge-text">{t('account.bridge.text')}</span>
        </p>
        <SecondaryButton size="small" onPress={() => openPrograms({ kind: 'bridge', id })}>
          {t('account.bridge.open')}
        </SecondaryButton>
      </div>
    </section>
  );
}

const marks = {
  notHere: 'skipped',
  off: 'skipped',
  refused: 'failed',
  taken: 'noted',
  on: 'done',
} as const satisfies Record<string, MarkState>;

/** An account that never had a bridge has no view of it. */
function stateOf(bridge: BridgeView | undefined): Exclude<keyof typeof marks, 'notHere'> {
  if (bridge === undefined || !bridge.isOn) return 'off';
  if (bridge.refusal !== undefined) return 'refused';
  return bridge.doors.some(({ state }) => state === 'taken') ? 'taken' : 'on';
}
