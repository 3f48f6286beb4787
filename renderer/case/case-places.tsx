// What there is to see in somebody else's case file: their set-up, each of their accounts, and everything as it stands in the file.
import { FileText, ListChecks, Mailbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import './case-places.css';

/** What of the file is shown. */
export type CasePlace =
  | { readonly kind: 'step'; readonly step: StepId }
  | { readonly kind: 'account'; readonly at: number }
  | { readonly kind: 'everything' };

export interface CasePlacesProps {
  readonly setup: SetupView | undefined;
  readonly accounts: readonly AccountView[];
  readonly place: CasePlace;
  readonly onPlace: (place: CasePlace) => void;
}

const icon = { size: 17, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function CasePlaces({ setup, accounts, place, onPlace }: CasePlacesProps) {
  const { t } = useTranslation('case-file');
  return (
    <nav className="case-places" aria-label={t('opened.parts')}>
      {setup === undefined ? null : (
        <Place isShown={place.kind === 'step'} onOpen={() => onPlace({ kind: 'step', step: setup.current })}>
          <ListChecks {...icon} />
          <span>{t('opened.setup')}</span>
        </Place>
      )}
      {accounts.map((account, at) => (
        <Place
          key={account.id}
          isShown={place.kind === 'account' && place.at === at}
          onOpen={() => onPlace({ kind: 'account', at })}
        >
          <Mailbox {...icon} />
          <span className="ltr">{account.address}</span>
        </Place>
      ))}
      <Place isShown={place.kind === 'everything'} onOpen={() => onPlace({ kind: 'everything' })}>
        <FileText {...icon} />
        <span>{t('opened.everything')}</span>
      </Place>
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
