// Gives up a set-up that was set aside, after asking. What was cancelled is gone only when main says so.
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AsideView } from '../../shared/postkey-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';

const ConfirmDialog = lazy(async () => ({ default: (await import('../ui/confirm-dialog.tsx')).ConfirmDialog }));

export function CancelAside({ aside }: { readonly aside: AsideView }) {
  const { t } = useTranslation('window');
  const [asking, setAsking] = useState(false);
  const { id, address, state, purpose } = aside;
  const isAgain = purpose === 'sign-in-again';
  // Once approved, there is no request any more; what is given up is the set-up.
  const words =
    state === 'waiting'
      ? {
          button: t('accounts.aside.cancel'),
          label: t('accounts.aside.cancelLabel', { address }),
          title: t('accounts.aside.cancelTitle', { address }),
          text: t(isAgain ? 'accounts.aside.cancelTextSignInAgain' : 'accounts.aside.cancelText'),
          yes: t('accounts.aside.cancel'),
          no: t('accounts.aside.cancelNo'),
        }
      : {
          button: t('accounts.aside.cancelSetup'),
          label: t('accounts.aside.cancelSetupLabel', { address }),
          title: t('abandon.title'),
          text: t(isAgain ? 'abandon.textSignInAgain' : 'abandon.text'),
          yes: t('abandon.yes'),
          no: t('abandon.no'),
        };
  return (
    <>
      <QuietButton size="small" label={words.label} onPress={() => setAsking(true)}>
        {words.button}
      </QuietButton>
      {asking ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={words.title}
            text={words.text}
            yes={words.yes}
            no={words.no}
            onYes={() => ask('setup.cancelAside', { id })}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
