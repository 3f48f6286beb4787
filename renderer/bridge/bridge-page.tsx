// The bridge of one account: what it is, on or off, and when it is on its doors, its programs and how it stays open. Drawn from the
// snapshot alone.
import { useTranslation } from 'react-i18next';
import type { BridgeView } from '../../shared/bridge.ts';
import { isBridgeAllowed } from '../../shared/policy.ts';
import { closePrograms } from '../programs/programs-door.ts';
import { ProgramsFrame } from '../programs/programs-frame.tsx';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { Notice } from '../ui/notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { Well } from '../ui/well.tsx';
import { BridgeCertificate } from './bridge-certificate.tsx';
import { BridgeDoors } from './bridge-doors.tsx';
import { BridgeLife } from './bridge-life.tsx';
import './bridge-page.css';
import { BridgePrograms } from './bridge-programs.tsx';
import { BridgeTroubles } from './bridge-troubles.tsx';

export function BridgePage({ id, address }: { readonly id: string; readonly address: string }) {
  const { t } = useTranslation('bridge');
  const { bridges, policy } = usePostkey();
  // An account that never had one has no view of it.
  const bridge = bridges.find((each) => each.accountId === id) ?? neverOn(id, address);
  const isAllowed = policy === undefined || isBridgeAllowed(policy);
  return (
    <ProgramsFrame
      page="bridge"
      problem={isAllowed && bridge.isOn ? bridge.refusal?.problem : undefined}
      address={address}
      title={t('title')}
      lead={t('lead')}
      onBack={closePrograms}
      isDone
      className="bridge"
    >
      {isAllowed ? <BridgeParts bridge={bridge} /> : <Notice tone="note">{t('notHere')}</Notice>}
    </ProgramsFrame>
  );
}

function neverOn(accountId: string, loginName: string): BridgeView {
  return { accountId, isOn: false, loginName, doors: [], programs: [], sessions: 0 };
}

function BridgeParts({ bridge }: { readonly bridge: BridgeView }) {
  const { t } = useTranslation('bridge');
  const { accountId: id, isOn, sessions } = bridge;
  const turn = async (on: boolean) => {
    const answer = await ask('bridge.switch', { id, on });
    if (answer.accepted) announce(t(on ? 'switch.nowOn' : 'switch.nowOff'));
    return answer;
  };
  const isOpen = bridge.doors.some(({ state }) => state === 'open');
  const state = isOpen ? t('switch.open', { count: sessions }) : t('switch.shut');
  return (
    <>
      <Well className="bridge-switch">
        <Switch title={t('switch.title')} text={isOn ? state : t('switch.text')} on={isOn} onChange={turn} />
      </Well>
      {isOn ? <BridgeTroubles bridge={bridge} /> : null}
      {isOn ? <BridgeLife /> : null}
      {isOn || bridge.programs.length > 0 ? <BridgePrograms bridge={bridge} /> : null}
      {isOn ? <BridgeDoors bridge={bridge} /> : null}
      {isOn ? <BridgeCertificate bridge={bridge} /> : null}
    </>
  );
}
