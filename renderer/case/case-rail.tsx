// The rail beside somebody else's case file: the caller's twelve steps, their accounts, and the help.
import { FileText, Mailbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { EnvelopeHead } from '../ui/envelope-head.tsx';
import { isCut } from '../wizard/rail.tsx';
import '../wizard/rail.css';
import '../wizard/rail-blade.css';
import '../wizard/rail-small.css';
import { RailFoot } from '../wizard/rail-foot.tsx';
import { RailRow } from '../wizard/rail-row.tsx';
import './case-rail.css';

/** What of the file is shown. */
export type CasePlace =
  | { readonly kind: 'step'; readonly step: StepId }
  | { readonly kind: 'account'; readonly at: number }
  | { readonly kind: 'everything' };

export interface CaseRailProps {
  readonly setup: SetupView | undefined;
  readonly accounts: readonly AccountView[];
  readonly place: CasePlace;
  readonly onPlace: (place: CasePlace) => void;
}

export function CaseRail({ setup, accounts, place, onPlace }: CaseRailProps) {
  const { t } = useTranslation(['case-file', 'window']);
  const shown = place.kind === 'step' ? place.step : undefined;
  return (
    <nav className="rail rail-steps rail-case" aria-label={t('opened.title')}>
      <div className="rail-head">
        <EnvelopeHead />
        <span className="rail-app">{t('opened.title')}</span>
      </div>
      {setup === undefined ? null : (
        <ol className="rail-list">
          {setupSteps.map((step, index) => {
            const before = setupSteps[index - 1];
            return (
              <RailRow
                key={step}
                step={step}
                status={setup.steps[step]}
                current={setup.current}
                isCurrent={step === setup.current}
                isShown={step === shown}
                cutAbove={before === undefined || isCut(setup.steps, setup.current, before)}
                cutBelow={isCut(setup.steps, setup.current, step)}
              />
            );
          })}
        </ol>
      )}
      <ul className="case-places">
        {accounts.map((account, at) => (
          <li key={account.id}>
            <Place
              isShown={place.kind === 'account' && place.at === at}
              onOpen={() => onPlace({ kind: 'account', at })}
            >
              <Mailbox size={18} strokeWidth={1.75} aria-hidden="true" />
              <span className="case-place-words ltr">{account.address}</span>
            </Place>
          </li>
        ))}
        <li>
          <Place isShown={place.kind === 'everything'} onOpen={() => onPlace({ kind: 'everything' })}>
            <FileText size={18} strokeWidth={1.75} aria-hidden="true" />
            <span className="case-place-words">{t('opened.everything')}</span>
          </Place>
        </li>
      </ul>
      <RailFoot />
    </nav>
  );
}

interface PlaceProps {
  readonly isShown: boolean;
  readonly onOpen: () => void;
  readonly children: React.ReactNode;
}

function Place({ isShown, onOpen, children }: PlaceProps) {
  return (
    <button type="button" className="case-place" aria-current={isShown ? 'page' : undefined} onClick={onOpen}>
      {children}
    </button>
  );
}
