// Step 1 while it is open: types, looks up, shows what was found, and goes on only when the person has seen it.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import { ask, useSetup } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { Cause } from '../ui/cause.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { AddressFields } from './address-fields.tsx';
import { ApprovalLine } from './approval-line.tsx';
import { ChooseProvider } from './choose-provider.tsx';
import { focusWhenRefused } from './focus-refused.ts';
import { FoundProvider, LookingUp, NobodyKnows, NothingFoundYet } from './found-provider.tsx';
import { SignInExplained } from './sign-in-explained.tsx';
import { useAddressLookUp } from './use-address-look-up.ts';
import { useProviderChoice } from './use-provider-choice.ts';
import { WantedButton, WantedServices } from './wanted-services.tsx';

export function UnderstandForm() {
  const { t } = useTranslation(['pages-start', 'window', 'problems']);
  const setup = useSetup();
  const look = useAddressLookUp(setup);
  const choice = useProviderChoice();
  const [chosen, setChosen] = useState<readonly Service[] | undefined>();
  const [wantsToChoose, setWantsToChoose] = useState(false);
  const [wantedIsOpen, setWantedOpen] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const wantedId = useId();
  const status = setup.steps.understand;

  const found = look.isLookedUp && !wantsToChoose ? setup.provider : undefined;
  const isUnknown = look.isLookedUp && found === undefined;
  const problem = status.kind === 'failed' ? status.problem : undefined;
  const offered = services.filter((service) => found?.is.servers[service] !== undefined);
  const wanted = chosen?.filter((service) => offered.includes(service)) ?? setup.wanted;
  const lead = setup.practice ? t('understand.lead.practice') : t('understand.lead.usual');

  const goOn = async (): Promise<unknown> => {
    if (isUnknown) {
      const answer = await focusWhenRefused(choice.send());
      if (answer?.accepted) setWantsToChoose(false);
      return answer;
    }
    if (found === undefined) return focusWhenRefused(look.lookUp());
    if (wanted.length > 0) return ask('understand.confirm', { wanted: [...wanted] });
    setMissing(true);
    setWantedOpen(true);
    return undefined;
  };

  return (
    <StepPage
      step="understand"
      title={problem === undefined ? t('understand.title') : problemTitle(t, problem)}
      lead={problem === undefined ? lead : t('well.understand')}
      onSubmit={goOn}
      primary={
        <PrimaryButton submit>
          {found === undefined ? t('window:buttons.continue') : t('understand.goOn')}
        </PrimaryButton>
      }
      secondary={
        setup.practice || found !== undefined ? undefined : (
          <QuietButton onPress={() => ask('setup.start', { practice: true })}>{t('understand.practice')}</QuietButton>
        )
      }
    >
      <AddressFields look={look} />
      {found === undefined ? (
        <NotFoundYet address={look.address} isUnknown={isUnknown} />
      ) : (
        <FoundProvider
          provider={found}
          address={look.address}
          action={
            <>
              {found.source === 'chosen' ? (
                <QuietButton size="small" onPress={() => setWantsToChoose(true)}>
                  {t('found.another')}
                </QuietButton>
              ) : null}
              <WantedButton isOpen={wantedIsOpen} controls={wantedId} onToggle={() => setWantedOpen(!wantedIsOpen)} />
            </>
          }
        />
      )}
      {found === undefined ? null : (
        <WantedServices
          id={wantedId}
          isOpen={wantedIsOpen}
          offered={offered}
          wanted={wanted}
          isMissing={isMissing && wanted.length === 0}
          onChange={(next) => {
            setChosen(next);
            setMissing(false);
          }}
        />
      )}
      {problem === undefined ? null : <Cause step="understand" problem={problem} quiet onTryAgain={look.lookUp} />}
      {isUnknown ? <ChooseProvider choice={choice} /> : null}
      {isUnknown || problem !== undefined ? null : (
        <SignInExplained provider={found?.is} wanted={found === undefined ? [] : wanted} />
      )}
      {found === undefined ? null : <ApprovalLine provider={found} />}
    </StepPage>
  );
}

function NotFoundYet({ address, isUnknown }: { readonly address: string; readonly isUnknown: boolean }) {
  const status = useSetup().steps.understand;
  if (status.kind === 'working') return <LookingUp address={address} />;
  if (isUnknown) return <NobodyKnows address={address} />;
  return status.kind === 'failed' ? null : <NothingFoundYet />;
}
