// The brass band above the sheet while nothing is real, with the failures that can be played.
import { Menu, MenuItemRadio, MenuList, MenuPopover, type MenuProps, MenuTrigger } from '@fluentui/react-components';
import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { practiceFailures } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { Kit } from '../ui/kit.tsx';
import './practice-band.css';

const none = 'none';

export function PracticeBand({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('window');
  const playing = setup.practiceFailure;
  const choose: MenuProps['onCheckedValueChange'] = (_event, { checkedItems }) => {
    const chosen = practiceFailures.find((failure) => failure === checkedItems[0]) ?? null;
    void ask('practice.play', { failure: chosen });
  };
  return (
    <section className="practice-band" aria-label={t('help.practice')}>
      <strong className="practice-words">{t('practice.band')}</strong>
      <Kit>
        <Menu checkedValues={{ failure: [playing ?? none] }} onCheckedValueChange={choose}>
          <MenuTrigger disableButtonEnhancement>
            <button type="button" className="practice-button">
              {playing === undefined
                ? t('practice.play')
                : t('practice.playing', { failure: t(`practice.failures.${playing}`) })}
              <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {[none, ...practiceFailures].map((failure) => (
                <MenuItemRadio
                  key={failure}
                  name="failure"
                  value={failure}
                  checkmark={<Check size={16} strokeWidth={1.75} aria-hidden="true" />}
                >
                  {t(failure === none ? 'practice.none' : `practice.failures.${failure}`)}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </Kit>
      <button type="button" className="practice-button" onClick={() => void ask('setup.abandon', {})}>
        {t('practice.end')}
      </button>
    </section>
  );
}
