// Step 1 once a provider is known: what was found, how, what to set up, whose mailbox it is, and what sign-in means there.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderView } from '../../shared/look-up.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { LockedLine } from '../ui/locked-line.tsx';
import { ApprovalLine } from './approval-line.tsx';
import { ConfirmServers } from './confirm-servers.tsx';
import { FoldButton } from './fold-button.tsx';
import { FoundProvider } from './found-provider.tsx';
import { HowFound } from './how-found.tsx';
import { OverruleServers } from './overrule-servers.tsx';
import { PasswordExplained } from './password-explained.tsx';
import { SharedQuestion } from './shared-question.tsx';
import { SignInExplained } from './sign-in-explained.tsx';
import type { FoundChoices } from './use-found-choices.ts';
import { VerdictLine } from './verdict-line.tsx';
import { WantedServices } from './wanted-services.tsx';
import './understand-form.css';

export interface UnderstandFoundProps {
  readonly provider: ProviderView;
  readonly choices: FoundChoices;
  readonly onByHand: () => void;
}

export function UnderstandFound({ provider, choices, onByHand }: UnderstandFoundProps) {
  const { t } = useTranslation(['pages-start', 'look-up']);
  const { lookUp, practice } = useSetup();
  const [howIsOpen, setHowOpen] = useState(false);
  const howId = useId();
  const wantedId = useId();
  const { look, overruling } = choices;
  const { source, unsure } = provider;
  return (
    <>
      <FoundProvider
        provider={provider}
        address={look.address}
        action={
          <div className="found-provider-folds">
            {source === 'chosen' ? (
              <QuietButton size="small" onPress={onByHand}>
                {t('found.another')}
              </QuietButton>
            ) : null}
            {source !== 'chosen' && lookUp !== undefined ? (
              <FoldButton
                words={t('look-up:how.button')}
                isOpen={howIsOpen}
                controls={howId}
                onToggle={() => setHowOpen(!howIsOpen)}
              />
            ) : null}
            <FoldButton
              words={t('wanted.button')}
              isOpen={choices.wantedIsOpen}
              controls={wantedId}
              onToggle={() => choices.setWantedOpen(!choices.wantedIsOpen)}
            />
          </div>
        }
      />
      <HowFound id={howId} isOpen={howIsOpen} onByHand={onByHand} />
      <WantedServices
        id={wantedId}
        isOpen={choices.wantedIsOpen}
        offered={choices.offered}
        wanted={choices.wanted}
        isMissing={choices.isWantedMissing}
        onChange={choices.setWanted}
      >
        {practice ? null : <LockedLine keys={['services']} />}
        {practice ? null : <OverruleServers overruling={overruling} />}
      </WantedServices>
      {unsure === undefined ? null : (
        <ConfirmServers
          provider={provider}
          unsure={unsure}
          isConfirmed={choices.isConfirmed}
          onConfirm={choices.confirmServers}
          isMissing={choices.isConfirmMissing}
        />
      )}
      <WhatFollows provider={provider} choices={choices} wanted={choices.wanted} />
    </>
  );
}

/** What sign-in means there, or the password in its place; then who has to approve. */
function WhatFollows({
  provider,
  choices,
  wanted,
}: {
  readonly provider: ProviderView;
  readonly choices: FoundChoices;
  readonly wanted: readonly Service[];
}) {
  const { t } = useTranslation(['pages-start', 'look-up']);
  const { is } = provider;
  if (choices.isByPassword) {
    return <PasswordExplained provider={is} onOwnRegistration={choices.canUseOwn ? choices.useOwn : undefined} />;
  }
  const besides = services.filter((service) => is.passwordFor?.includes(service) && wanted.includes(service));
  return (
    <>
      <div className="understand-drawing">
        <SignInExplained provider={is} wanted={wanted} />
      </div>
      <div className="understand-about">
        {choices.canUseOwn ? (
          <div className="page-quiet">
            <QuietButton size="small" onPress={choices.usePassword}>
              {t('look-up:password.instead')}
            </QuietButton>
          </div>
        ) : null}
        {besides.map((service) => (
          <VerdictLine key={service} verdict="needs-you">
            {t(`look-up:password.besides.${service}`)}
          </VerdictLine>
        ))}
        {choices.isSharedAskedBelow ? (
          <SharedQuestion
            provider={is}
            look={choices.look}
            isShared={choices.isShared}
            onAnswer={choices.answerShared}
          />
        ) : null}
        <ApprovalLine provider={provider} />
      </div>
    </>
  );
}
