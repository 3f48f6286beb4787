// What stands behind "Help": how the stamp works, whom to call, light or dark, practice, presets, the version.
// A small panel beside the rail; it changes nothing of the set-up but by its own buttons.
import { FileDown, GraduationCap, Phone, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { AgentButton } from '../agent/agent-button.tsx';
import { CaseHelp } from '../case/case-help.tsx';
import { LifeFold } from '../life/life-fold.tsx';
import { NetworkFold } from '../network/network-fold.tsx';
import { PolicyFold } from '../policy/policy-fold.tsx';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { LockedLine, lockOf } from '../ui/locked-line.tsx';
import { UpdateFold } from '../updates/update-fold.tsx';
import { ExplainFold } from './explain-fold.tsx';
import './help-panel.css';

export interface HelpPanelProps {
  readonly id: string;
  readonly setup: SetupView | undefined;
  readonly onAbandon: (() => void) | undefined;
  readonly onClose: () => void;
}

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
const themes = ['system', 'light', 'dark'] as const;

export function HelpPanel({ id, setup, onAbandon, onClose }: HelpPanelProps) {
  const { t } = useTranslation('window');
  const { preset, theme, version, policy } = usePostkey();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    panel.current?.focus();
    const outside = (event: PointerEvent): void => {
      // What lies over the whole window is no way out of here.
      if (event.target instanceof Element && event.target.closest('dialog') !== null) return;
      const foot = panel.current?.parentElement;
      if (event.target instanceof Node && foot !== null && !foot?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);

  const openPreset = async () => {
    const answer = await ask('preset.open', {});
    // Closing the file dialog is a choice, not a fault.
    return answer.accepted || answer.refusal !== 'file-not-chosen' ? answer : undefined;
  };
  const helpdesk = preset?.helpdesk;
  const presetLock = lockOf(policy, ['preset']);
  const practising = setup?.practice === true;
  return (
    <section
      className="help-panel"
      id={id}
      ref={panel}
      tabIndex={-1}
      aria-label={t('help.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="help-head">
        <h2 className="help-title">{t('help.title')}</h2>
        <button type="button" className="help-close" onClick={onClose} aria-label={t('buttons.close')}>
          <X {...icon} />
        </button>
      </div>
      {helpdesk === undefined ? null : (
        <p className="help-line">
          <Phone {...icon} /> <strong>{t('help.contact', { ...helpdesk })}</strong>
        </p>
      )}
      <p>{t('help.stamp')}</p>
      <ExplainFold />
      <AgentButton onPress={onClose} />
      <fieldset className="help-themes">
        <legend className="help-legend">{t('help.theme')}</legend>
        {themes.map((each) => (
          <label key={each} className="help-theme">
            <input
              type="radio"
              name="theme"
              checked={theme === each}
              onChange={() => void ask('settings.theme', { theme: each })}
            />
            <span>{t(`help.themes.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="help-block">
        <p>{t('help.practiceText')}</p>
        <SecondaryButton
          size="small"
          icon={<GraduationCap {...icon} />}
          onPress={() => (practising ? ask('setup.abandon', {}) : ask('setup.start', { practice: true }))}
        >
          {t(practising ? 'help.practiceEnd' : 'help.practiceStart')}
        </SecondaryButton>
      </div>
      <div className="help-block">
        <p>{t(presetLock === undefined ? 'help.presetText' : 'help.presetLocked')}</p>
        {presetLock === undefined ? (
          <SecondaryButton size="small" icon={<FileDown {...icon} />} onPress={openPreset}>
            {t('help.preset')}
          </SecondaryButton>
        ) : (
          <LockedLine keys={['preset']} />
        )}
      </div>
      <PolicyFold />
      <CaseHelp setup={setup} />
      <LifeFold />
      <NetworkFold />
      <UpdateFold />
      <div className="help-foot">
        <span>{t('help.version', { version })}</span>
        {onAbandon === undefined ? null : (
          <QuietButton size="small" onPress={onAbandon}>
            {t('help.cancelSetup')}
          </QuietButton>
        )}
      </div>
    </section>
  );
}
