// The foot of the checklist: whom to call, from the preset, else "Help". Opens the help panel.
import { LifeBuoy, Phone, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { HelpPanel } from './help-panel.tsx';
import { useAbandon } from './use-abandon.tsx';
import './rail-foot.css';

/** `setup` is absent on the account list. */
export function RailFoot({ setup }: { readonly setup?: SetupView | undefined }) {
  const { t } = useTranslation('window');
  const { preset, accounts, aside } = usePostkey();
  const [open, setOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const abandon = useAbandon(setup);
  const helpdesk = preset?.helpdesk;
  const Icon = helpdesk === undefined ? LifeBuoy : Phone;

  const hasList = accounts.length > 0 || aside.length > 0;
  const askAbandon = (): void => {
    setOpen(false);
    abandon.ask();
  };
  return (
    <div className="rail-foot">
      {setup !== undefined && hasList && !isClosed(setup.steps.monitor) ? (
        <button type="button" className="rail-foot-button rail-foot-cancel" onClick={abandon.ask}>
          <X size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="rail-foot-words">{t('help.cancelSetup')}</span>
        </button>
      ) : null}
      <button
        type="button"
        ref={button}
        className="rail-foot-button"
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className="rail-foot-words">
          {helpdesk === undefined ? (
            t('rail.help')
          ) : (
            <>
              <strong className="rail-foot-name">{helpdesk.name}</strong>
              <span className="rail-foot-contact">{helpdesk.contact}</span>
            </>
          )}
        </span>
      </button>
      {open ? (
        <HelpPanel
          id={panelId}
          setup={setup}
          onAbandon={setup === undefined ? undefined : askAbandon}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      ) : null}
      {abandon.dialog}
    </div>
  );
}
