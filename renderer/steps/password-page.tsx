// Step 4 where a password takes the sign-in's place, or stands beside it: why, how one comes by it, and the field. What is typed
// goes to main once and is kept nowhere here.
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { useAsk } from '../setup/use-ask.ts';
import { loadWords } from '../setup/words.ts';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { isPasswordRoad, refusedPassword } from './password-road.ts';
import { unknownPassword } from './password-steps.ts';

const PasswordGuide = lazy(async () => {
  await loadWords('app-passwords');
  return { default: (await import('./password-guide.tsx')).PasswordGuide };
});

/** Why a password at all: nobody signs in there, the person chose it, or one server takes no token. */
function reasonOf(setup: SetupView): string {
  const { provider, password } = setup;
  if (!isPasswordRoad(setup)) {
    const [one, another] = password?.services ?? [];
    return another === undefined ? `besides.${one ?? 'imap'}` : 'besides.several';
  }
  if (provider?.is.signIn === 'password') return 'noSignIn';
  if (setup.way !== 'password') return 'noToken';
  return provider?.is.registering === 'closed' ? 'closed' : 'chosen';
}

export function PasswordPage({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation(['pages-start', 'problems']);
  const { accounts } = usePostkey();
  const [password, setPassword] = useState('');
  const [isEmptyRefused, setEmptyRefused] = useState(false);
  const asking = useAsk('flow.password');
  const provider = setup.provider?.is;
  if (provider === undefined) return null;
  const { kind } = provider.password ?? unknownPassword;
  const reason = reasonOf(setup);
  const named = { provider: provider.shortName, address: setup.address ?? '' };
  const refused = refusedPassword(setup, accounts);

  const send = async () => {
    if (password.trim() === '') {
      setEmptyRefused(true);
      return undefined;
    }
    return asking.run({ password });
  };
  return (
    <StepPage
      step="flow"
      page="password"
      title={refused === undefined ? t(`password.title.${kind}`, named) : problemTitle(t, refused)}
      lead={t(`password.why.${reason}`, named)}
      onSubmit={() => focusWhenRefused(send())}
      secondary={
        (reason === 'chosen' || reason === 'closed') && setup.purpose === 'new-account' ? (
          <QuietButton onPress={() => ask('flow.choose', { way: 'browser' })}>
            {t('password.signInInstead')}
          </QuietButton>
        ) : undefined
      }
      primary={<PrimaryButton submit>{t('password.goOn')}</PrimaryButton>}
    >
      {refused === undefined ? null : (
        <Notice tone="note" title={t(`problems:${refused.code}.what`, { ...refused.facts })}>
          {t(`problems:${refused.code}.next`, { ...refused.facts })}
        </Notice>
      )}
      <Suspense fallback={null}>
        <PasswordGuide provider={provider} />
      </Suspense>
      <TextField
        label={t(`password.label.${kind}`, named)}
        hint={t(`password.hint.${kind}`)}
        value={password}
        onChange={(text) => {
          setPassword(text);
          setEmptyRefused(false);
          asking.clear();
        }}
        {...asking.refusalOf('password')}
        {...(isEmptyRefused ? { refusal: 'password-empty' } : {})}
        dir="ltr"
        mono
        secret
        autoComplete="off"
        autoFocus={refused !== undefined}
      />
    </StepPage>
  );
}
