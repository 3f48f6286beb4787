// Cancelling the set-up, after asking. What was cancelled is gone only when main says so.
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';

const ConfirmDialog = lazy(async () => ({ default: (await import('../ui/confirm-dialog.tsx')).ConfirmDialog }));

export interface Abandon {
  /** Opens the question. */
  readonly ask: () => void;
  readonly dialog: ReactNode;
}

export function useAbandon(setup: SetupView | undefined): Abandon {
  const { t } = useTranslation('window');
  const [asking, setAsking] = useState(false);
  const dialog =
    asking && setup !== undefined ? (
      <Suspense fallback={null}>
        <ConfirmDialog
          title={t('abandon.title')}
          text={t(setup.purpose === 'sign-in-again' ? 'abandon.textSignInAgain' : 'abandon.text')}
          yes={t('abandon.yes')}
          no={t('abandon.no')}
          onYes={() => ask('setup.abandon', {})}
          onClose={() => setAsking(false)}
        />
      </Suspense>
    ) : null;
  return { ask: () => setAsking(true), dialog };
}
