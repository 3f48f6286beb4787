// How long the bridge is open: as long as Postkey runs, and the two choices that make that longer. One place for both, on every page.
import { useTranslation } from 'react-i18next';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { PageSection } from '../steps/page-section.tsx';
import { announce } from '../ui/announce.tsx';
import { Switch } from '../ui/switch.tsx';

export function BridgeLife() {
  const { t } = useTranslation('bridge');
  const { background, policy } = usePostkey();
  if (background === undefined) return null;
  const login = policy?.setBy.startAtLogin === undefined ? undefined : t('life.byPolicy');
  const fixed = login ?? (background.canStartAtLogin ? undefined : t('life.notHere'));
  const stay = async (on: boolean) => {
    const answer = await ask('desktop.stay', { on });
    if (answer.accepted) announce(t(on ? 'life.stay.nowOn' : 'life.stay.nowOff'));
    return answer;
  };
  const startAtLogin = async (on: boolean) => {
    const answer = await ask('desktop.startAtLogin', { on });
    if (answer.accepted) announce(t(on ? 'life.login.nowOn' : 'life.login.nowOff'));
    return answer;
  };
  return (
    <PageSection title={t('life.title')}>
      <div className="bridge-lines">
        <Switch
          title={t('life.stay.title')}
          text={t(background.goesOn && !background.stays ? 'life.stay.anyway' : 'life.stay.text')}
          on={background.stays}
          onChange={stay}
        />
        <Switch
          title={t('life.login.title')}
          text={t('life.login.text')}
          on={background.startsAtLogin}
          fixed={fixed}
          onChange={startAtLogin}
        />
      </div>
    </PageSection>
  );
}
