// Step 2 without a preset: one has a registration, makes one with the guide, asks IT for one, or goes around it with a password.
import { KeyRound, ListChecks, Mail, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailProvider, PasswordFacts } from '../../shared/mail-provider.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { PrimaryButton } from '../ui/buttons.tsx';
import { RadioCards } from '../ui/choice.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { RegistrationFields } from './registration-fields.tsx';
import type { RegistrationRoad } from './registration-roads.ts';
import { registrationRoads } from './registration-roads.ts';
import { scopeLines } from './scope-lines.ts';
import { useRegistrationDraft } from './use-registration-draft.ts';

const ConsoleGuide = lazy(async () => {
  await loadWords('console-guide');
  return { default: (await import('../guide/console-guide.tsx')).ConsoleGuide };
});

const RegistrationLetter = lazy(async () => {
  await loadWords('approval');
  return { default: (await import('./registration-letter.tsx')).RegistrationLetter };
});

const icon = { size: 22, strokeWidth: 1.75 } as const;
const iconOf: Readonly<Record<RegistrationRoad, ReactNode>> = {
  have: <StickyNote {...icon} />,
  make: <ListChecks {...icon} />,
  'ask-it': <Mail {...icon} />,
  password: <KeyRound {...icon} />,
};

/** The key of what a road is; one that the provider gave is another thing to have than one that was made. */
function roadText(road: RegistrationRoad, isSelfMade: boolean, kind: PasswordFacts['kind']): string {
  if (road === 'password') return `register.roads.password.text.${kind}`;
  return `register.roads.${road}.${road === 'have' && !isSelfMade ? 'textGiven' : 'text'}`;
}

export function RegisterOwn({ provider }: { readonly provider: MailProvider }) {
  const { t } = useTranslation('pages-start');
  const { scopes, address = '', signsInAs } = useSetup();
  const draft = useRegistrationDraft(provider);
  const roads = registrationRoads(provider);
  const [road, setRoad] = useState<RegistrationRoad>(roads[0] ?? 'have');
  const named = { provider: provider.shortName };
  const given = provider.registering ?? 'self';
  const kind = provider.password?.kind ?? 'app';
  const lines = scopeLines(scopes, provider.signIn);
  // A person ticks or pastes the permissions one by one.
  const permissions = lines.flatMap(({ purpose, text }) => text.split(' ').map((each) => ({ purpose, text: each })));

  const send = () => {
    if (road === 'ask-it') return undefined;
    return road === 'password' ? ask('flow.choose', { way: 'password' }) : focusWhenRefused(draft.send());
  };
  return (
    <StepPage
      step="register"
      title={t(`register.titles.${given}`, named)}
      lead={t(`register.leads.${given}${given !== 'self' && provider.password !== undefined ? 'Password' : ''}`, named)}
      onSubmit={send}
      primary={
        road === 'ask-it' ? undefined : (
          <PrimaryButton submit>{t(road === 'password' ? 'register.usePassword' : 'register.goOn')}</PrimaryButton>
        )
      }
      aside={road === 'ask-it' ? t('register.roads.ask-it.aside') : undefined}
    >
      {roads.length < 2 ? null : (
        <RadioCards
          label={t('register.roads.label')}
          labelHidden
          columns={roads.length % 2 === 0}
          options={roads.map((each) => ({
            value: each,
            title: t([`register.roads.${each}.title.${kind}`, `register.roads.${each}.title`], named),
            text: t(roadText(each, given === 'self', kind), named),
            icon: iconOf[each],
          }))}
          value={road}
          onChange={setRoad}
        />
      )}
      <Suspense fallback={null}>
        {road === 'make' ? (
          <ConsoleGuide provider={provider} blanks={{ address: signsInAs ?? address, permissions }} />
        ) : null}
        {road === 'ask-it' ? <RegistrationLetter provider={provider} permissions={lines} /> : null}
      </Suspense>
      {road === 'have' || road === 'make' ? <RegistrationFields draft={draft} provider={provider} /> : null}
    </StepPage>
  );
}
