// The two choices about Postkey's life beside its window: going on without it, and starting with the person's session.
import { useTranslation } from 'react-i18next';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { Switch } from '../ui/switch.tsx';
import './life-switches.css';

/** `about`: what the person has in mind where they stand. */
export function LifeSwitches({ about }: { readonly about: 'bridge' | 'accounts' }) {
  const { t } = useTranslation('bridge');
  const { background, bridges, policy } = usePostkey();
  if (background === undefined) return null;
  const login = policy?.setBy.startAtLogin === undefined ? undefined : t('life.byPolicy');
  const fixed = login ?? (background.canStartAtLogin ? undefined : t('life.notHere'));
  const hasBridge = bridges.some(({ isOn }) => isOn);
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
    <div className="life-switches">
      <Switch
        title={t('life.stay.title')}
        text={t(hasBridge && !background.stays ? 'life.stay.anyway' : 'life.stay.text')}
        on={background.stays}
        onChange={stay}
      />
      <Switch
        title={t('life.login.title')}
        text={t(`life.login.${about}`)}
        on={background.startsAtLogin}
        fixed={fixed}
        onChange={startAtLogin}
      />
    </div>
  );
}
